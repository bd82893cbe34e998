"""Where a piece of a plan came from: the document's line, and cells as they were printed."""

from collections.abc import Mapping
from typing import Annotated

from planctl.model.values import Text

Source = Annotated[Mapping[Text, Text], "field or `line` or `file` → what the document holds there"]
"""Never in other than officer builds."""
