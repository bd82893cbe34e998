"""Files on the disk: read within limits, written whole or not at all."""

import errno
import fcntl
import hashlib
import itertools
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from planctl.errors import UnreadableError, UnwritableError
from planctl.source import read_file, write_atomic
from planctl.source.files import ChangedMeanwhileError


def test_a_file_is_read_under_the_name_that_findings_use(tmp_path):
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"title: Parenting\r\n")
    document = read_file(path, "plans/plan.yaml")
    assert (document.file, document.root, document.sha256[:12]) == (
        "plans/plan.yaml",
        {"title": "Parenting"},
        "7c9a6eef8645",
    )


def test_a_large_file_is_a_finding_and_is_not_read(tmp_path):
    path = tmp_path / "plan.yaml"
    with path.open("wb") as file:
        file.truncate(40 * 1024 * 1024)
    document = read_file(path, "plan.yaml")
    assert [(finding.code, finding.message) for finding in document.findings] == [
        ("PLN011", "the file has 40.0 MiB; planctl reads up to 2 MiB")
    ]


@pytest.mark.parametrize("name", ["folder", "pipe"])
def test_what_is_no_file_cannot_be_read(tmp_path, name):
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UnreadableError, match=rf"{name} cannot be read: it is not a file\.$"):
        read_file(tmp_path / name, name)


def test_a_file_that_is_gone_cannot_be_read(tmp_path):
    with pytest.raises(UnreadableError, match=r"cannot be read: no such file or directory\.$"):
        read_file(tmp_path / "plan.yaml", "plan.yaml")


def test_a_file_is_written_with_the_folders_it_needs(tmp_path):
    path = tmp_path / "build" / "reports" / "plan.html"
    write_atomic(path, b"report")
    assert (path.read_bytes(), mode(path), names(path.parent)) == (b"report", 0o644, ["plan.html"])


def test_a_file_that_is_there_keeps_its_permissions(tmp_path):
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"old")
    path.chmod(0o600)
    write_atomic(path, b"new")
    assert (path.read_bytes(), mode(path)) == (b"new", 0o600)


@pytest.mark.parametrize("name", ["n" * 250 + ".yaml", "é" * 120 + ".yaml"])
def test_a_name_may_be_as_long_as_the_system_allows(tmp_path, name):
    write_atomic(tmp_path / name, b"plan")
    assert names(tmp_path) == [name]


def test_what_cannot_be_replaced_is_left_as_it_was(tmp_path):
    (tmp_path / "plan.yaml" / "inside").mkdir(parents=True)
    with pytest.raises(UnwritableError, match="cannot be written: it is a folder"):
        write_atomic(tmp_path / "plan.yaml", b"plan")
    assert names(tmp_path) == ["plan.yaml"]


def test_a_folder_that_is_a_file_cannot_be_written_to(tmp_path):
    (tmp_path / "build").write_bytes(b"")
    with pytest.raises(UnwritableError, match="cannot be written: file exists"):
        write_atomic(tmp_path / "build" / "plan.html", b"report")


def test_content_of_the_wrong_kind_leaves_the_old_file_and_nothing_else(tmp_path):
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"old")
    with pytest.raises(TypeError):
        write_atomic(path, "text")  # type: ignore[arg-type] # an error no system makes
    assert (path.read_bytes(), names(tmp_path)) == (b"old", ["plan.yaml"])


def test_a_link_stays_and_its_file_is_written(tmp_path):
    (tmp_path / "shared").mkdir()
    real, link = tmp_path / "shared" / "plan.yaml", tmp_path / "plan.yaml"
    real.write_bytes(b"old")
    link.symlink_to(real)
    write_atomic(link, b"new")
    assert (link.readlink(), real.read_bytes()) == (real, b"new")
    assert (names(tmp_path), names(real.parent)) == (["plan.yaml", "shared"], ["plan.yaml"])


def test_a_link_that_leads_to_itself_cannot_be_written(tmp_path):
    link = tmp_path / "plan.yaml"
    link.symlink_to(link)
    with pytest.raises(UnwritableError, match=r"cannot be written: too many levels"):
        write_atomic(link, b"new")
    assert link.is_symlink()


def test_a_pipe_is_no_file_to_replace(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UnwritableError, match=r"cannot be written: it is not a file\."):
        write_atomic(tmp_path / "pipe", b"new")
    assert (tmp_path / "pipe").is_fifo()


def test_a_protected_file_is_left_as_it_was(tmp_path, monkeypatch):
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"old")
    # Whoever runs the tests may be allowed to write everything.
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(UnwritableError, match=r"it is protected against writing\. What was there"):
        write_atomic(path, b"new")
    assert (path.read_bytes(), names(tmp_path)) == (b"old", ["plan.yaml"])


def test_owner_and_group_stay_where_the_system_lets_them(tmp_path, monkeypatch):
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"old")
    status, given = path.stat(), []
    monkeypatch.setattr(os, "geteuid", lambda: status.st_uid + 1)
    monkeypatch.setattr(os, "fchown", lambda _, *owner: given.append(owner))
    write_atomic(path, b"new")
    assert (path.read_bytes(), given) == (b"new", [(status.st_uid, status.st_gid)])


def test_a_file_that_is_as_it_was_read_is_written(tmp_path):
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"title: Reading\n")
    write_atomic(path, b"title: Writing\n", read_file(path, "plan.yaml").sha256)
    assert path.read_bytes() == b"title: Writing\n"


def test_the_second_of_two_writers_is_refused(tmp_path):
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"old")
    digest = read_file(path, "plan.yaml").sha256
    write_atomic(path, b"first", digest)
    said = (
        r"plan\.yaml was changed by somebody else meanwhile; nothing was written\. Run it again\."
    )
    with pytest.raises(ChangedMeanwhileError, match=said):
        write_atomic(path, b"second", digest)
    assert (path.read_bytes(), names(tmp_path)) == (b"first", ["plan.yaml"])


def test_a_file_that_is_gone_meanwhile_is_not_made_anew(tmp_path):
    with pytest.raises(ChangedMeanwhileError):
        write_atomic(tmp_path / "plan.yaml", b"new", "0" * 64)
    assert names(tmp_path) == []


def test_who_holds_the_file_is_not_written_over(tmp_path):
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"old")
    with path.open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(ChangedMeanwhileError):
            write_atomic(path, b"new", read_file(path, "plan.yaml").sha256)
    assert path.read_bytes() == b"old"


def test_a_part_of_a_dead_writer_is_swept_away_and_that_of_a_living_one_is_not(tmp_path):
    dead = tmp_path / ".plan.yaml.0123456789abcdef.part"
    alive = tmp_path / ".plan.yaml.fedcba9876543210.part"
    other = tmp_path / ".other.yaml.0123456789abcdef.part"
    link = tmp_path / ".plan.yaml.0000000000000000.part"
    for path in (dead, alive, other):
        path.write_bytes(b"half")
    link.symlink_to(other)
    with alive.open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        write_atomic(tmp_path / "plan.yaml", b"new")
    assert names(tmp_path) == sorted([alive.name, other.name, link.name, "plan.yaml"])


@pytest.mark.parametrize("is_missing", [True, False])
def test_without_locks_a_file_is_written_and_nothing_swept_away(tmp_path, monkeypatch, is_missing):
    part = tmp_path / ".plan.yaml.0123456789abcdef.part"
    part.write_bytes(b"half")
    (tmp_path / "plan.yaml").write_bytes(b"old")
    if is_missing:
        monkeypatch.setitem(sys.modules, "fcntl", None)
    else:
        monkeypatch.setattr(fcntl, "flock", failing(OSError(errno.ENOLCK, "No locks available")))
    digest = read_file(tmp_path / "plan.yaml", "plan.yaml").sha256
    write_atomic(tmp_path / "plan.yaml", b"new", digest)
    assert (tmp_path / "plan.yaml").read_bytes() == b"new"
    assert names(tmp_path) == [part.name, "plan.yaml"]


def test_a_part_that_another_writer_sweeps_away_too_early_is_made_again(tmp_path, monkeypatch):
    made = []

    def first_swept(handle: int, _operation: int) -> None:
        made.append(handle)
        if len(made) == 1:
            (part,) = tmp_path.glob(".*.part")
            part.unlink()
        if len(made) == 2:
            raise BlockingIOError

    monkeypatch.setattr(fcntl, "flock", first_swept)
    write_atomic(tmp_path / "plan.yaml", b"new")
    assert (names(tmp_path), len(made)) == (["plan.yaml"], 3)


CALLS = (
    "access", "close", "fchmod", "fchown", "fstat", "fsync", "listdir", "lstat", "mkdir", "open",
    "replace", "scandir", "stat", "write",
)  # fmt: skip
"""The calls of the system that writing makes, and a few that it might make."""


@pytest.mark.parametrize("is_there", [True, False])
@pytest.mark.parametrize(
    "fault",
    [
        OSError(errno.ENOSPC, "No space left on device"),
        OSError(errno.EIO, "Input/output error"),
        OSError(errno.EROFS, "Read-only file system"),
        KeyboardInterrupt(),
    ],
    ids=["disk full", "disk broken", "read-only", "Ctrl-C"],
)
def test_whichever_call_of_the_system_fails_the_file_is_whole(tmp_path, fault, is_there):
    path = tmp_path / "plan.yaml"
    old = b"old" if is_there else None
    digest = hashlib.sha256(b"old").hexdigest() if is_there else None
    outcomes = []
    for failing_call in itertools.count(1):
        path.unlink(missing_ok=True)
        if old:
            path.write_bytes(old)
        with pytest.MonkeyPatch.context() as patch:
            counter = faulty(patch, failing_call, fault)
            try:
                write_atomic(path, b"new" * 100, digest)
                outcome = "written"
            except (UnwritableError, KeyboardInterrupt) as error:
                outcome = type(error).__name__
        found = path.read_bytes() if path.exists() else None
        assert found in ((old, b"new" * 100) if outcome != "UnwritableError" else (old,))
        assert names(tmp_path) == ([] if found is None else ["plan.yaml"])
        if next(counter) <= failing_call:
            break
        outcomes.append(outcome)
    assert outcome == "written"
    assert len(outcomes) > 8
    assert {"UnwritableError", "KeyboardInterrupt"} & set(outcomes)


def faulty(patch: pytest.MonkeyPatch, failing_call: int, fault: BaseException) -> Iterator[int]:
    """Makes that call fail, counted over all; gives the number of the next call."""
    counter = itertools.count(1)

    def counted(call: Callable[..., object]) -> Callable[..., object]:
        def made(*args: object, **options: object) -> object:
            if next(counter) == failing_call:
                raise fault
            return call(*args, **options)

        return made

    for name in CALLS:
        patch.setattr(os, name, counted(getattr(os, name)))
    return counter


def test_a_write_of_a_few_bytes_at_a_time_writes_all(tmp_path, monkeypatch):
    write = os.write
    monkeypatch.setattr(os, "write", lambda handle, content: write(handle, content[:3]))
    write_atomic(tmp_path / "plan.yaml", b"title: Reading\n")
    assert (tmp_path / "plan.yaml").read_bytes() == b"title: Reading\n"


KILLS = """
import os, random, signal, sys, time
from pathlib import Path
from planctl.source import write_atomic

path, contents = Path(sys.argv[1]), [bytes([letter]) * 300_000 for letter in b"abcd"]
write_atomic(path, contents[0])
torn = interrupted = 0
for kill in range(100):
    writer = os.fork()
    while not writer:
        for content in contents:
            write_atomic(path, content)
    time.sleep(random.uniform(0.001, 0.02))
    os.kill(writer, signal.SIGKILL)
    os.waitpid(writer, 0)
    torn += path.read_bytes() not in contents
    interrupted += len(os.listdir(path.parent)) > 1
write_atomic(path, b"last")
print(torn, interrupted > 0, os.listdir(path.parent))
"""


def test_a_writer_that_is_killed_leaves_a_whole_file_and_its_part_is_swept_away(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", KILLS, tmp_path / "plan.yaml"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout == "0 True ['plan.yaml']\n"


COUNTING = """
import sys
from pathlib import Path
from planctl.source.files import ChangedMeanwhileError, read_file, write_atomic

path, counted = Path(sys.argv[1]), 0
while counted < 40:
    document = read_file(path, path.name)
    content = f"count: {int(document.root['count']) + 1}\\n".encode()
    try:
        write_atomic(path, content, document.sha256)
        counted += 1
    except ChangedMeanwhileError:
        pass
"""


def test_nothing_is_lost_where_three_programs_write_at_once(tmp_path):
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"count: 0\n")
    command = [sys.executable, "-c", COUNTING, path]
    writers = [subprocess.Popen(command) for _ in range(3)]
    assert [writer.wait() for writer in writers] == [0, 0, 0]
    assert (path.read_bytes(), names(tmp_path)) == (b"count: 120\n", ["plan.yaml"])


def failing(error: OSError) -> Callable[..., object]:
    def fail(*_: object) -> object:
        raise error

    return fail


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())
