"""How a workspace begins: an empty one to fill, or a whole example to look at."""

from planctl.starting.files import NewFile, example, new_workspace

__all__ = ["NewFile", "example", "new_workspace"]
