"""Three versions of a plan made into one: what two branches did since they parted."""

from planctl.merging.merge import merge
from planctl.merging.result import Merged, UnsureError

__all__ = ["Merged", "UnsureError", "merge"]
