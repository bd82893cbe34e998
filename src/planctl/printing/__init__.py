"""From the plans of a workspace to finished reports, as pages and as PDF."""

from planctl.printing.press import Press

__all__ = ["Press"]
