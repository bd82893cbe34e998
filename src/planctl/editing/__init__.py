"""Changes to plan files: their one form, and what commands write into them."""

from planctl.editing.fmt import formatted
from planctl.editing.ids import with_ids
from planctl.editing.modeline import with_modelines
from planctl.editing.update import UpdateWanted, with_update
from planctl.editing.upgrade import upgraded

__all__ = ["UpdateWanted", "formatted", "upgraded", "with_ids", "with_modelines", "with_update"]
