"""Words of a text replaced so that what rules look for in it is still found at the same place."""

import re
from dataclasses import dataclass
from typing import Final

from planctl.model import Timeline, read_deadline
from planctl.model.figure import TO_BE_SET
from planctl.transfer.anonymising.claims import Claims
from planctl.transfer.anonymising.party_names import anew, flat, told_in
from planctl.transfer.anonymising.vocabulary import (
    BEHIND_NOUNS,
    BOUNDS,
    CLASSES,
    FUNCTION,
    KNOWN,
    LABELS,
    MONTHS,
    OBJECTS,
    ORDINALS,
    PEOPLE,
    PERSONS,
    PHRASES,
    SEASONS,
    SPANS,
    SPOKEN,
    THINGS,
    TITLES,
)
from planctl.transfer.anonymising.word_map import LONG, RUN, WordMap
from planctl.wording.verbs import is_instruction

_I: Final = re.IGNORECASE


def _any(words: object) -> str:
    every = sorted(map(str, words), key=len, reverse=True)  # type: ignore[call-overload]
    return "|".join(word.replace(" ", r"\s+") for word in every)


_MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAY: Final = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE: Final = re.compile(
    rf"(?<![\w/.-])(?:{_DAY}\s+(?:of\s+)?{_MONTH},?\s+\d{{4}}|{_MONTH}\s+{_DAY},?\s+\d{{4}}"
    rf"|{_MONTH}\s+\d{{4}}|(?:{_any(SEASONS)})(?:\s+term)?\s+\d{{4}}(?:[-/]\d{{2}})?)"
    r"(?![\w/-]|\.\d)",
    _I | re.ASCII,
)
_ANY_DATE: Final = rf"(?:\d|{_MONTH}\s+(?:{_DAY},?\s+)?\d{{4}}|(?:{_any(SEASONS)})[\s\w]*\d)"
_SPOKEN: Final = re.compile(rf"\b({_any(SPOKEN)})(?=\s+(?:the\s+)?{_ANY_DATE})", _I)
_PLACEHOLDER: Final = re.compile(
    r"(?:to\s+be\s+(?:agreed|advised|added|announced|arranged|completed|confirmed|decided|defined"
    r"|determined|discussed|established|identified|named|set)|to\s+follow|not\s+applicable|to ?do)",
    _I,
)
_GAP: Final = re.compile(r"([\[<{(])\s*(?:add|enter|insert|name|text|date)([^\]>})]*)([\]>})])", _I)
_E_MAIL: Final = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_SPACE: Final = r"[\s().\u2010\u2011\u2013-]{0,2}"
_TELEPHONE: Final = re.compile(
    rf"(?<!\d)(?<!\d[.,/-])(?:(?:\+|00)44{_SPACE}(?:\(0\){_SPACE})?|\(?0)[1-35-9]"
    rf"((?:{_SPACE}\d){{8,9}})(?!\w)"
)
_ADDRESS: Final = re.compile(r"\b(?:https?|ftp|mailto):[^\s<>\"]+|\bwww\.[^\s<>\"]+", _I)
_TITLED: Final = re.compile(rf"(?<!\w)({_any(TITLES)})\.?(?=\s+[^\W\d_a-z])", _I)
_LABEL: Final = re.compile(rf"\b({_any(LABELS)})(?=\s*[-–]?\s*#?\d)", _I)
_SPAN: Final = re.compile(rf"(?<=\d)(?:[-–\s]?\+?\s?)({_any(SPANS)})\b", _I)
_PER_CENT: Final = re.compile(
    r"(?<=\d)\s?(per\s?cent(?:age)?(?:\s+points?)?|percentage\s+points?)\b", _I
)
_MONEY: Final = re.compile(r"(?<=\d)\s?((?:million\s+|thousand\s+)?(?:pounds|pence|euros?))\b", _I)
_LARGE: Final = re.compile(r"(?<=\d)\s?(million|thousand)\b", _I)
_CLOCK: Final = re.compile(r"(?<=\d)\s?(noon|o'clock)\b", _I)
_FUNCTION: Final = re.compile(rf"(?<=\d) ?%?\s+({_any(FUNCTION)})\b", _I)
_KNOWN: Final = re.compile(
    rf"\b({_any(KNOWN)})(?=\s+(?:(?:other|first|last|next|same|top)\s+)?\d)", _I
)
_BOUND: Final = re.compile(rf"\b({_any(BOUNDS)})(?=\s\d)", _I)
_OPENING: Final = re.compile(rf"\s*(?:to\s+)?({_any(PHRASES)})\b", _I)
_VERBS: Final = re.compile(rf"(?<![\w'-])({_any({w for c in CLASSES for w in c})})(?![\w'-])", _I)
_OBJECT: Final = re.compile(
    rf"\b(?:{_any({w for c in CLASSES for w in c} | {'see'})})\s+({_any(OBJECTS)})\b", _I
)
_BEHIND: Final = re.compile(
    rf"\b(?:{_any({w for c in CLASSES for w in c})})\s+({_any(BEHIND_NOUNS)})\b", _I
)
_ORDER: Final = re.compile(r"\s*[^\W\d_]+\s+[a-z]")
"""What is to be done, at the beginning of a text: no name, even where a party is called so."""
_THEN: Final = re.compile(r"(?<=[.;:!,])\s+(?:and\s+)?(then)\s|\band\s+(then)\s", _I)
_MONTH_ALONE: Final = re.compile(rf"\b(?:{_any(MONTHS)})\b", _I)
_SEASON_ALONE: Final = re.compile(rf"\b(?:{_any(SEASONS)})\b", _I)
_ORDINAL: Final = re.compile(rf"\b(?:{_any(ORDINALS)})\b", _I)
_TRUTH: Final = re.compile(r"true|false|null", _I)


@dataclass(frozen=True)
class Prose:
    """Replaces the words of texts by those of the map; times are read on the timeline."""

    words: WordMap
    timeline: Timeline
    is_numeric: bool = False
    """Whether times are written in figures alone, so that they set texts apart as before."""

    def written(self, text: str) -> str:
        """The text, of the same length, with other words."""
        claims = Claims(text)
        if not self._placeholder(claims):
            self._contacts(claims)
            if re.search(r"\s", text.strip()):
                self._times(claims)
                self._beside_numbers(claims)
                self._verbs(claims)
        claims.take(RUN, lambda found: self.words.word(found[0]))
        return str(claims)

    def name(self, text: str) -> str:
        """The same for what other places refer to: each word by the map alone."""
        return RUN.sub(lambda found: self.words.word(found[0]), text)

    def called(self, text: str) -> str:
        """The same for what a party is called: it says what is to be done where it did before."""
        made = self._called(text, is_whole=True)
        if is_instruction(flat(made)) != is_instruction(flat(text)):
            made = self._called(text, is_whole=False)
        return made

    def _called(self, text: str, *, is_whole: bool) -> str:
        """`is_whole` says that all is looked for that rules find in texts."""
        claims = Claims(text)
        if told := told_in(text):
            claims.put(*told.span(), anew(flat(text), self.words))
        elif is_whole and self._placeholder(claims):
            return str(claims)
        self._contacts(claims)
        if is_whole and re.search(r"\s", text.strip()):
            self._times(claims)
            self._beside_numbers(claims)
        claims.take(RUN, lambda found: self.words.word(found[0]))
        return str(claims)

    def unit(self, text: str) -> str:
        """What a KPI counts: people stay people, and per cent per cent."""
        if re.fullmatch(r"per\s?cent(?:age)?", text.strip(), _I):
            return "%".ljust(len(text))
        claims = Claims(text)
        claims.take(_PERSONS, lambda found: self._of(found[0], PERSONS))
        claims.take(_THINGS, lambda found: self._of(found[0], THINGS))
        claims.take(_PEOPLE, lambda found: self._people(found[0]))
        claims.take(RUN, lambda found: self.words.word(found[0]))
        return str(claims)

    def _of(self, said: str, words: tuple[str, ...]) -> str | None:
        made = self.words.in_class(said, words)
        return made and (made.capitalize() if said[:1].isupper() else made)

    def _people(self, found: str) -> str:
        made = PEOPLE[0] if len(found) % 2 else PEOPLE[1]
        return made.capitalize() if found[:1].isupper() else made

    def _placeholder(self, claims: Claims) -> bool:
        """Whether the whole text is one, and is replaced."""
        text = claims.text
        said = text.strip().rstrip(".!?")
        start = text.find(said)
        if _PLACEHOLDER.fullmatch(said):
            is_target = " ".join(said.split()).casefold() in TO_BE_SET
            short = "to be set" if is_target and len(said) >= len("to be set") else "tbc"
            made = short if is_target else "tbd"
            claims.put(start, start + len(said), made.upper() if said.isupper() else made)
            return True
        if found := _GAP.fullmatch(said):
            claims.put(start, start + len(said), f"{found[1]}{'x' * (len(said) - 2)}{found[3]}")
            return True
        return _TRUTH.fullmatch(said) is not None and self._truth(claims, start, said)

    def _truth(self, claims: Claims, start: int, said: str) -> bool:
        claims.put(start, start + len(said), "yes" if said.casefold() == "true" else "no")
        return True

    def _contacts(self, claims: Claims) -> None:
        claims.take(_E_MAIL, lambda found: self._address(found[0]))
        claims.take(_ADDRESS, lambda found: self._address(found[0]))
        claims.take(_TELEPHONE, lambda found: self.words.digits(found[1]), 1)
        claims.take(_TITLED, lambda found: "MR" if found[1].isupper() else "Mr", 1)

    def _address(self, found: str) -> str:
        return RUN.sub(lambda run: self.words.word(run[0]), self.words.digits(found))

    def _times(self, claims: Claims) -> None:
        claims.take(_SPOKEN, lambda _: "of", 1)
        claims.take(_DATE, lambda found: self._date(found[0]))

        def month(found: re.Match[str]) -> str | None:
            if re.search(r"\d\s*$|\bof\s*$", claims.text[: found.start()]) or re.match(
                r"[.,]?\s*\d", claims.text[found.end() :]
            ):
                return found[0][:3]
            return f"m{MONTHS.index(found[0].casefold()) + 1:02}" if len(found[0]) >= LONG else None

        claims.take(_MONTH_ALONE, month)
        claims.take(_SEASON_ALONE, lambda found: f"t{SEASONS.index(found[0].casefold()) + 1}")
        claims.take(_ORDINAL, lambda found: ORDINALS[found[0].casefold()])

    def _date(self, said: str) -> str | None:
        """The date with its month in three letters, or a day of it in figures."""
        short = re.sub(
            rf"\b(?:{_any(MONTHS)})\b",
            lambda found: found[0][:3].ljust(len(found[0])),
            said,
            flags=_I,
        )
        if not self.is_numeric and not any(len(run) >= LONG for run in RUN.findall(short)):
            return short
        deadline = read_deadline(" ".join(said.split()), self.timeline)
        if deadline is None or deadline.earliest is None or deadline.latest is None:
            return None
        day = deadline.earliest + (deadline.latest - deadline.earliest) / 2
        for form in (f"{day:%d/%m/%Y}", f"{day.day}/{day.month}/{day.year}"):
            if len(form) <= len(said.partition("\n")[0]):
                return form
        return None

    def _beside_numbers(self, claims: Claims) -> None:
        claims.take(_PER_CENT, lambda _: "%", 1)
        claims.take(_MONEY, lambda _: "p", 1)
        claims.take(_LARGE, lambda _: "m", 1)
        claims.take(_CLOCK, lambda _: "pm", 1)
        claims.take(_SPAN, lambda found: found[1] if len(found[1]) < LONG else "day", 1)
        claims.take(_LABEL, lambda _: "lot", 1)
        claims.take(_FUNCTION, lambda _: "to", 1)
        claims.take(_KNOWN, lambda found: KNOWN[found[1].casefold()], 1)
        claims.take(_BOUND, lambda _: "by", 1)

    def _verbs(self, claims: Claims) -> None:
        if opening := _OPENING.match(claims.text):
            claims.put(*opening.span(1), "Aim to" if opening[1][0].isupper() else "aim to")
        claims.take(_THEN, lambda _: "", 1)
        claims.take(_THEN, lambda _: "", 2)
        claims.take(_OBJECT, lambda found: OBJECTS[found[1].casefold()], 1)
        claims.take(_BEHIND, lambda _: "of", 1)
        claims.take(_VERBS, self._verb)

    def _verb(self, found: re.Match[str]) -> str | None:
        said = found[0]
        if given := self.words.given(said):
            return given.capitalize() if said[:1].isupper() else given
        order = _ORDER.match(found.string)
        is_order = order is not None and found.end() <= order.end()
        if (self.words.is_name(said) and not is_order) or len(said) < LONG:
            return None
        for words in CLASSES:
            if said.casefold() in words and (made := self._of(said, words)):
                return made
        return None


_PERSONS: Final = re.compile(rf"\b(?:{_any(PERSONS)})\b", _I)
_THINGS: Final = re.compile(rf"\b(?:{_any(THINGS)})\b", _I)
_PEOPLE: Final = re.compile(
    r"\b(?:adult|carer|child|children|famil|girl|boy|household|learner|parent|people|person|pupil"
    r"|staff|student|teacher|volunteer|women|men)[^\W\d_]*",
    _I,
)
