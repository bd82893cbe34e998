"""The settings by which git calls planctl, and what it does where planctl is not there any more."""

import shlex
from collections.abc import Mapping
from itertools import pairwise
from types import MappingProxyType
from typing import Final

TEXTCONV: Final = "diff.planctl.textconv"
DRIVER: Final = "merge.planctl.driver"

_CALL: Final = "{python} -P -m planctl git"
"""With -P no module comes from the folder that git calls from: the repository's top."""

_COMMANDS: Final = MappingProxyType({
    TEXTCONV: f'f() {{{{ test -x {{python}} && {_CALL} textconv "$1" || cat "$1"; }}}}; f',
    DRIVER: (
        "f() {{ if test -x {python} && {python} -P -c 'import planctl' 2>/dev/null; "
        f'then {_CALL} merge-driver "$@"; s=$?; test $s -le 1 && return $s; fi; '
        'git merge-file -L ours -L base -L theirs --marker-size="$4" "$2" "$1" "$3"; }}; '
        "f %O %A %B %L %P"
    ),
})  # fmt: skip
"""Git gives up a comparison whose textconv fails, so that the file then speaks for itself. A merge
that planctl could neither do (0) nor leave to a person (1) is git's own."""

_WORDS: Final = MappingProxyType({
    "diff.planctl.xfuncname": "^([^:]* text: .*|theme [^:]*: .*|KPI [^:]*: .*)$",
    "merge.planctl.name": "plans, merged field by field",
})  # fmt: skip
"""What git prints beside a hunk, and what it calls the merge."""


def settings(interpreter: str) -> Mapping[str, str]:
    """Each setting, with planctl run by the interpreter at that path."""
    python = shlex.quote(interpreter)
    commands = {key: command.format(python=python) for key, command in _COMMANDS.items()}
    return {**commands, **_WORDS}


def interpreter_of(key: str, value: str) -> str | None:
    """The interpreter that a command of this planctl calls; None for any other command."""
    try:
        words = shlex.split(value)
    except ValueError:
        return None
    after = [then for word, then in pairwise(words) if word == "-x"]
    return after[0] if after and settings(after[0])[key] == value else None


def is_own(key: str, value: str) -> bool:
    """Whether setup wrote the value, be it that of another version or machine."""
    return value == _WORDS[key] if key in _WORDS else "-m planctl git " in value
