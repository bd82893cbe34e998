"""Texts as they are compared: letters and digits, whatever the case, the spacing and the quotes."""

import re
import unicodedata
from typing import Final

_QUOTES: Final = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-"})
_WORD: Final = re.compile(r"\w+(?:'\w+)*")


def normalised(text: str) -> str:
    """The text in small letters on one line, its quotes and dashes those of a keyboard."""
    plain = unicodedata.normalize("NFC", text).translate(_QUOTES)
    return " ".join(plain.casefold().split())


def words(text: str) -> tuple[str, ...]:
    """The words and numbers of the text in small letters, in their order."""
    return tuple(_WORD.findall(normalised(text)))
