"""A text of which stretches are replaced one after the other, each once, by as many letters."""

import re
from collections.abc import Callable

Replacement = Callable[[re.Match[str]], str | None]


class Claims:
    """The text, and what has been put in place of parts of it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._made = [*text]
        self._is_done = [False] * len(text)

    def take(self, pattern: re.Pattern[str], replacement: Replacement, group: int = 0) -> None:
        """Replaces what the pattern finds, where nothing of it has been replaced; None: not this.

        What is put in is filled up with spaces; what is too long is not put in.
        """
        for found in pattern.finditer(self.text):
            start, end = found.span(group)
            if start < 0 or any(self._is_done[start:end]):
                continue
            made = replacement(found)
            if made is not None and len(made) <= end - start:
                self.put(start, end, made)

    def put(self, start: int, end: int, made: str) -> None:
        """Puts the words there; line breaks stay where they are."""
        old = self.text[start:end]
        filled = made.ljust(len(old))
        if "\n" in old:
            filled = _broken(old, made)
        self._made[start:end] = filled
        self._is_done[start:end] = [True] * (end - start)

    def __str__(self) -> str:
        return "".join(self._made)


def _broken(old: str, made: str) -> str:
    """The words as far as the first line has room for them, and blank to the end of the last."""
    head, _, rest = old.partition("\n")
    kept, _, left = made.partition(" ") if len(made) > len(head) else (made, "", "")
    lines = [kept.ljust(len(head))]
    for line in rest.split("\n"):
        indent = len(line) - len(line.lstrip())
        lines.append(f"{' ' * indent}{left}".ljust(len(line))[: len(line)])
        left = ""
    return "\n".join(lines)
