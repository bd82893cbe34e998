"""Headings without what makes no difference between them."""

import re
from typing import Final

_OTHER: Final = re.compile(r"[^a-z0-9%#]+")
_ARTICLES: Final = re.compile(r"\b(?:the|this|a|an|is|are|s)\b")


def folded(heading: str) -> str:
    """The heading in small letters, without punctuation and articles."""
    text = heading.casefold().replace("&", " and ").replace("'s", "")
    plain = _OTHER.sub(" ", text)
    return " ".join(_ARTICLES.sub(" ", plain).split()) or " ".join(plain.split())
