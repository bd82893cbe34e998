"""One word in place of each: the same for the same word, wherever in a plan it stands."""

import re
from collections.abc import Iterable
from typing import Final

from planctl.transfer.anonymising.drawing import (
    any_letters,
    in_script,
    numbers,
    permutation,
    syllables,
)
from planctl.transfer.anonymising.vocabulary import (
    CLASSES,
    KEPT,
    MONTHS,
    ORDINALS,
    PAIRS,
    SEASONS,
    SHORT,
    UNREADABLE,
)

RUN: Final = re.compile(r"[^\W\d_]+")
LONG: Final = 4
"""Letters from which a run of them is a word that must not stay."""

_ENDINGS: Final = ("ing", "ies", "ed", "es", "s", "y")
_HISSING: Final = ("ss", "sh", "ch", "x", "z")
_STEM: Final = 3
_ACRONYM: Final = re.compile(r"([A-Z]{1,8}[a-z]?[A-Z]{1,8})s?")
_LONGEST: Final = 8
_ROMAN: Final = re.compile("[ivx]+")
_TRIES: Final = 200
_IN_NAMES: Final = " "
"""Behind a word that has something else for it in the names of parties."""
_KNOWN: Final = frozenset(
    {*KEPT, *SHORT, *MONTHS, *SEASONS, *ORDINALS, *(word for words in CLASSES for word in words)}
)


class WordMap:
    """What stands for each word of the texts it was made for.

    `names` are words that never stay, however short, for they are persons' names.
    """

    def __init__(self, key: str, texts: Iterable[str], names: Iterable[str] = ()) -> None:
        self._every = every = tuple(run for text in texts for run in RUN.findall(text))
        self._key = key
        self._names = frozenset(names)
        self.originals = frozenset(run.casefold() for run in every)
        self._salts: dict[str, int] = {}
        self._of_class: dict[str, str] = {}
        self._acronyms = self._of_letters(every)
        self._stems: dict[str, str] = {}
        self._taken: set[str] = {*self._acronyms.values()}
        for stem in sorted({split(word)[0] for word in self.originals}):
            self._stem(stem)

    def word(self, run: str) -> str:
        """What stands for the run of letters: of its length, with capitals where it has them."""
        folded = run.casefold()
        if len(folded) != len(run):
            return _as_written(run, self._drawn(folded, run))
        return _as_written(run, self._small(folded, run))

    def in_class(self, run: str, words: Iterable[str]) -> str | None:
        """One of the words that the texts do not have, of the run's length or shorter.

        Each word has one of its own, as long as there are enough.
        """
        folded = run.casefold()
        if folded not in self._of_class:
            free = [
                word
                for word in words
                if len(word) <= len(run) and (len(word) < LONG or word not in self.originals)
                if "-" not in word
            ]
            unused = [word for word in free if word not in self._of_class.values()] or free
            longest = max(map(len, unused), default=0)
            best = sorted(word for word in unused if len(word) == longest)
            if not best:
                return None
            self._of_class[folded] = self._one_of(best, folded)
        return self._of_class[folded]

    def in_name(self, run: str, words: Iterable[str]) -> str | None:
        """One of the words that is as long as the run, or shorter, for the name of a party.

        What stands for the run elsewhere may be a noun: here it is one of these.
        """
        every = [word for word in words if len(word) <= len(run)]
        same = [word for word in every if len(word) == len(run) and word not in self.originals]
        return self.in_class(f"{run}{_IN_NAMES}", same or every)

    def given(self, run: str) -> str | None:
        """What stands for a word of a person's name that was drawn for the name of a party."""
        return self._of_class.get(f"{run.casefold()}{_IN_NAMES}") if self.is_name(run) else None

    def _one_of(self, words: list[str], folded: str) -> str:
        drawn = numbers(self._key, "class", folded, self._salts.get(folded, 0))
        return words[next(drawn) % len(words)]

    def digits(self, written: str) -> str:
        """Other digits in place of those of the text."""
        drawn = numbers(self._key, "digits", written)
        return "".join(str(next(drawn) % 10) if one.isdigit() else one for one in written)

    def hexadecimal(self, written: str) -> str:
        """Other hexadecimal digits in place of those of the text."""
        drawn = numbers(self._key, "hexadecimal", written.casefold())
        return "".join(f"{next(drawn) % 16:x}" if one.isalnum() else one for one in written)

    def is_name(self, run: str) -> bool:
        """Whether the run is a word of a person's name."""
        return run.casefold() in self._names

    def afresh(self, number: int) -> "WordMap":
        """Another map for the same texts: out of the same key, and of the number."""
        return WordMap(f"{self._key}\x1f{number}", self._every, self._names)

    def redrawn(self, words: Iterable[str]) -> None:
        """Gives the words others than they have now."""
        every = {word.casefold() for word in words}
        for word in sorted(word for word in self._of_class if word.rstrip(_IN_NAMES) in every):
            self._salts[word] = self._salts.get(word, 0) + 1
            del self._of_class[word]
        for stem in sorted({split(word)[0] for word in every}):
            if stem in self._stems:
                self._salts[stem] = self._salts.get(stem, 0) + 1
                self._taken.discard(self._stems.pop(stem))
                self._stem(stem)

    def _small(self, folded: str, run: str) -> str:
        if folded in self._acronyms and self._is_acronym_here(folded, run):
            return self._acronyms[folded]
        stem, ending = split(folded)
        if stem in self._acronyms and ending == "s":
            return self._acronyms[stem] + ending
        if self._stays(folded, run):
            return folded
        return self._stem(stem) + ending

    def _is_acronym_here(self, folded: str, run: str) -> bool:
        return folded not in PAIRS or run.isupper()

    def _stays(self, folded: str, run: str) -> bool:
        if folded in self._names and len(folded) > 1:
            return False
        if folded in KEPT or (run.isupper() and _ROMAN.fullmatch(folded)):
            return True
        return len(folded) < _STEM or folded in SHORT

    def _stem(self, stem: str) -> str:
        if stem not in self._stems:
            self._stems[stem] = made = self._drawn(stem, stem)
            self._taken.add(made)
        return self._stems[stem]

    def _drawn(self, stem: str, written: str) -> str:
        """A word of the length and script of what is written."""
        salt = self._salts.get(stem, 0)
        drawn = numbers(self._key, "word", stem, salt)
        first, length = self._letters.get(stem[:1], ""), len(written)
        made = ""
        for attempt in range(_TRIES):
            made = syllables(drawn, length, first) if length else ""
            if attempt > _TRIES // 2:
                made = any_letters(drawn, length)
            made = in_script(drawn, made, written)
            if self._is_free(made):
                return made
        return made

    def _is_free(self, made: str) -> bool:
        if made in self._taken or made in UNREADABLE or made in PAIRS or split(made)[1]:
            return False
        ended = {made, *(made + ending for ending in _ENDINGS)}
        return not ended & self.originals and not ended & _KNOWN

    def _of_letters(self, every: Iterable[str]) -> dict[str, str]:
        """What stands for each abbreviation: other letters, the same for the same letter."""
        found: dict[str, str] = {}
        for run in every:
            said = _ACRONYM.fullmatch(run)
            if said and len(said[1]) <= _LONGEST and not _is_known(said[1].casefold()):
                found.setdefault(said[1].casefold(), said[1])
        for salt in range(_TRIES):
            self._letters = permutation(self._key, salt)
            made = {folded: self._by_letter(written) for folded, written in found.items()}
            if not any(self._is_taken(one) for one in made.values()):
                break
        return made

    def _by_letter(self, written: str) -> str:
        # The small letter of an abbreviation is that of a small word, which stays.
        return "".join(
            one if one.islower() else self._letters.get(one.casefold(), one) for one in written
        )

    def _is_taken(self, made: str) -> bool:
        return bool(
            made in UNREADABLE
            or made in PAIRS
            or made in _KNOWN
            or _ROMAN.fullmatch(made)
            or (len(made) >= _STEM and made in self.originals)
        )


def split(word: str) -> tuple[str, str]:
    """The word without a common ending, and the ending."""
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if len(stem) < _STEM or stem == word:
            continue
        if ending == "es" and not stem.endswith(_HISSING):
            continue
        if ending == "s" and stem.endswith(("s", "u", "i")):
            continue
        return stem, ending
    return word, ""


def _is_known(folded: str) -> bool:
    return folded in PAIRS or folded in KEPT or bool(_ROMAN.fullmatch(folded))


def _as_written(run: str, small: str) -> str:
    pairs = zip(run, small, strict=True)
    return "".join(new.upper() if old.isupper() else new for old, new in pairs)
