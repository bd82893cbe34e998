"""Small pictures for tests: PNGs made point by point, and an SVG."""

from struct import pack
from zlib import compress, crc32

SIGNATURE = b"\x89PNG\r\n\x1a\n"
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 8">'
    '<circle cx="4" cy="4" r="3" fill="#6b1f5c"/></svg>'
)


def png(width=24, height=8, *, extra=b""):
    """A PNG that is half transparent; `extra` chunks stand before its points."""
    points = b"".join(
        b"\0" + b"".join(bytes((107, 31, 92, 255 if x < width / 2 else 60)) for x in range(width))
        for _ in range(height)
    )
    header = pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    return (
        SIGNATURE
        + chunk(b"IHDR", header)
        + extra
        + chunk(b"IDAT", compress(points))
        + chunk(b"IEND", b"")
    )


def chunk(kind, content):
    return pack(">I", len(content)) + kind + content + pack(">I", crc32(kind + content))


def svg(inside="", attributes='viewBox="0 0 24 8"'):
    names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"<svg {names} {attributes}>{inside}</svg>".encode()
