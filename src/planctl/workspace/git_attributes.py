"""The lines of a .gitattributes by which git knows plans; every other line stays as it is."""

from typing import Final

_REMARK: Final = (
    b"# Plans are compared and merged fact by fact where 'planctl git setup' was run; "
    b"elsewhere git passes over this."
)
_ATTRIBUTES: Final = b" diff=planctl merge=planctl"
_BESIDE: Final = (b"plans/**/*.yaml", b"plans/**/*.yml")
_ANYWHERE: Final = (b"**/plans/**/*.yaml", b"**/plans/**/*.yml")
"""For a file that stands for whole repositories, whose workspaces may be in any folder."""

_OWN: Final = frozenset({_REMARK, *(p + _ATTRIBUTES for p in (*_BESIDE, *_ANYWHERE))})


def marked(content: bytes, *, anywhere: bool) -> bytes:
    """The file with a line for each name that plans have, unless it is there already."""
    held = {_bare(line) for line in content.splitlines()}
    wanted = [pattern + _ATTRIBUTES for pattern in (_ANYWHERE if anywhere else _BESIDE)]
    lacking = [line for line in wanted if line not in held]
    if not lacking:
        return content
    end = b"\r\n" if b"\r\n" in content else b"\n"
    above = content if not content or content.endswith(b"\n") else content + end
    remark = [] if _REMARK in held else [_REMARK]
    return above + b"".join(line + end for line in (*remark, *lacking))


def unmarked(content: bytes) -> bytes:
    """The file without those lines, and without their remark."""
    lines = content.splitlines(keepends=True)
    return b"".join(line for line in lines if _bare(line) not in _OWN)


def _bare(line: bytes) -> bytes:
    return b" ".join(line.split())
