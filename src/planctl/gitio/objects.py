"""Objects as git hands them out: blobs with their bytes, commits with their day."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Final

OBJECT_ID: Final = re.compile("[0-9a-f]{40}|[0-9a-f]{64}")
_COMMITTER: Final = re.compile(rb"^committer .*> (\d{1,12}) ([+-])(\d\d)(\d\d)$", re.MULTILINE)
_SHA1_DIGITS: Final = 40


@dataclass(frozen=True, slots=True)
class Objects:
    """The content of each blob, and the committer's day of each commit, by their ids."""

    blobs: Mapping[str, bytes] = field(default_factory=dict)
    days: Mapping[str, date] = field(default_factory=dict)


def objects_in(said: bytes) -> Objects:
    """What a batch holds: each object a line of id, kind and size, its bytes, a line end."""
    blobs: dict[str, bytes] = {}
    days: dict[str, date] = {}
    place = 0
    while (end := said.find(b"\n", place)) >= 0:
        words = said[place:end].decode("ascii", "replace").split(" ")
        place = end + 1
        if len(words) != 3 or not words[2].isdecimal():  # noqa: PLR2004 - `id missing` has two
            continue
        content = said[place : place + int(words[2])]
        place += int(words[2]) + 1
        if words[1] == "blob":
            blobs[words[0]] = content
        elif words[1] == "commit" and (day := _day(content)):
            days[words[0]] = day
    return Objects(blobs, days)


def blob_id(content: bytes, like: str = "") -> str:
    """The id that git gives a file of that content, in a repository whose ids are like that one."""
    whole = b"blob %d\0%b" % (len(content), content)
    if len(like) > _SHA1_DIGITS:
        return hashlib.sha256(whole).hexdigest()
    return hashlib.sha1(whole, usedforsecurity=False).hexdigest()


def _day(commit: bytes) -> date | None:
    """The day on which it was committed, where the committer was."""
    found = _COMMITTER.search(commit.partition(b"\n\n")[0])
    if found is None:
        return None
    away = timedelta(hours=int(found[3]), minutes=int(found[4]))
    try:
        moment = datetime.fromtimestamp(int(found[1]), UTC)
        return (moment - away if found[2] == b"-" else moment + away).date()
    except (OverflowError, ValueError, OSError):
        return None
