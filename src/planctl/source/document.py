"""A file as it was read: its text, its values as text, and where each key and value begins."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from planctl.findings import Finding, Part, Path
from planctl.source.lines import Lines
from planctl.source.refusals import FATAL

Place = tuple[int, int]
"""Where a key and its value begin; both the same for an entry of a list. Offsets in code points."""

Places = Mapping[int, Mapping[Any, Place]]
"""For each mapping or list, by `id`: key or position → place. The document keeps them alive."""


@dataclass(frozen=True, slots=True)
class Document:
    """What one file holds: mappings, lists, text and None, with the place of each.

    `refused` names the paths of aliases: what is missing there has been said already. `sha256` is
    the hexadecimal digest of the file's bytes.
    """

    file: str
    lines: Lines
    root: Any = None
    places: Places | None = None
    findings: tuple[Finding, ...] = ()
    refused: frozenset[Path] = frozenset()
    sha256: str = ""

    @property
    def text(self) -> str:
        """The whole file, without a byte order mark."""
        return self.lines.text

    @property
    def is_readable(self) -> bool:
        """Whether the file could be read to its end, so that its content can be judged."""
        return not any(finding.code in FATAL for finding in self.findings)

    def value(self, path: Path) -> Any:
        """What stands at the path, or None when nothing does."""
        found = self.root
        for step in path:
            if not self._has(found, step):
                return None
            found = found[step]
        return found

    def along(self, path: Path) -> tuple[Any, ...]:
        """What stands at each step of the path, from the top of the file, as far as it goes."""
        found, met = self.root, []
        for step in path:
            if not self._has(found, step):
                break
            found = found[step]
            met.append(found)
        return tuple(met)

    def holds(self, path: Path) -> bool:
        """Whether anything is written at the path, be it blank."""
        return not path or self._has(self.value(path[:-1]), path[-1])

    def offset(self, path: Path, part: Part = "value") -> int:
        """Where the key or value at the path begins.

        A path that goes on below a short form, or to a key that is not there, gives the nearest
        place above it that the file does hold; the top is the first entry's place.
        """
        top = next((key_at for key_at, _ in self._places(self.root).values()), 0)
        found, place = self.root, (top, top)
        for step in path:
            if not self._has(found, step):
                return place[1]
            place, found = self._places(found)[step], found[step]
        return place[0] if part == "key" else place[1]

    def is_plain(self, offset: int) -> bool:
        """Whether the scalar that begins there is written without quotes."""
        return self.text[offset : offset + 1] not in {'"', "'", "|", ">"}

    def _has(self, holder: Any, step: str | int) -> bool:
        return isinstance(holder, dict | list) and step in self._places(holder)

    def _places(self, holder: Any) -> Mapping[Any, Place]:
        return (self.places or {}).get(id(holder), {})
