"""The page of mistakes: each as it is made, what planctl says of it, and the lines put right."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Final

from planctl.console.terminal import printable
from planctl.loading.sentences import SHAPES
from planctl.source.refusals import REFUSALS

ROOT: Final = Path(__file__).parents[1]
ENTRIES: Final = ROOT / "tests" / "errors"
MESSAGES: Final = ROOT / "tests" / "golden" / "errors"
AROUND: Final = 2
MAX_LINE: Final = 100
SIGNS: Final = str.maketrans({"\t": "\u21e5", "\u00a0": "\u237d"})
NOTHING: Final = "# nothing"
INVENTED: Final = "# Invented. "

HEAD: Final = """\
# Mistakes, and what planctl says of them

Every message here is what `planctl validate` prints of the lines above it; below it stand the same
lines put right. All the plans are invented. [What the validator finds](rules.md) has the rules that
follow once a plan can be read.

## How to read a message

```text
SAMPLE
```

- The first line says what is wrong, after its code and name: `planctl rules PLN104` explains it.
- The arrow points at the place: file, line, and how many characters from the left.
- The line itself follows, with marks under the words that are meant. Where a bracket or quote was
  forgotten, the slip may stand a little above.
- The last line says what to do.
- Where the form of the file is broken (PLN001 and a few others), one mistake is said at a time, for
  nothing behind it can be judged: mend it, and look again. All others are said at once, in the
  order of the file.

On this page \u21e5 stands for a tab, \u237d for the space that Word puts where no line may break,
and \ufffd for a character that cannot be shown; \u00abtext\u00d7 9\u00bb is the text nine times.
"""


def errors_page() -> str:
    """Each code with its mistakes."""
    parts = [HEAD.replace("SAMPLE", _message("PLN104-31-june"))]
    known = {code: (one.name, one.summary) for code, one in REFUSALS.items()}
    known |= {code: (one.name, one.summary) for code, one in SHAPES.items()}
    for code, (name, summary) in known.items():
        entries = sorted(MESSAGES.glob(f"{code}-*.txt"))
        if entries:
            parts += [f"## {code} {name}", "", summary, ""]
        for entry in entries:
            parts += _entry(entry.stem)
    return "\n".join(parts).rstrip() + "\n"


def _entry(name: str) -> Iterator[str]:
    bad, good = _lines("bad", name), _lines("good", name)
    wrong, right = _neighbourhood(bad, good), _neighbourhood(good, bad)
    yield from (f"### {good[0].removeprefix(INVENTED).rstrip('.')}", "")
    yield from ("```yaml", *wrong, "```", "", "```text", _message(name), "```", "")
    yield from ("Put right:", "", "```yaml", *right, "```", "")


def _message(name: str) -> str:
    return (MESSAGES / f"{name}.txt").read_text("utf-8").partition("\n\n")[0]


def _lines(side: str, name: str) -> list[str]:
    raw = (ENTRIES / side / f"{name}.yaml").read_bytes().decode("utf-8", "replace")
    return [printable(line.translate(SIGNS)) for line in raw.split("\n")[:-1] or [raw]]


def _neighbourhood(lines: list[str], others: list[str]) -> list[str]:
    """The lines that differ from the others, and those around them."""
    blocks = SequenceMatcher(None, lines, others, autojunk=False).get_opcodes()
    changed = [(start, end) for how, start, end, _, _ in blocks if how != "equal"]
    first = max(changed[0][0] - AROUND, 1 if lines[0].startswith(INVENTED) else 0)
    near = [line for line in lines[first : changed[-1][1] + AROUND] if line]
    return [_clipped(line) for line in near] or [NOTHING]


def _clipped(line: str) -> str:
    return line if len(line) <= MAX_LINE else f"{line[: MAX_LINE - 1]}…"
