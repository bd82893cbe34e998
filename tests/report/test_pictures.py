"""Pictures: only those pass that are whole, small, still, and ask for nothing else."""

import pytest

from planctl.report.pictures import LARGEST, Picture, read_picture, taken_out
from tests.report.pictures_made import SIGNATURE, SVG, chunk, png, svg

NEITHER = "it is neither a PNG nor an SVG. Save it as one of them."
DAMAGED = "it is a PNG that is damaged. Save it again."
PLAIN = "Save it as a plain SVG of shapes alone."
DOCTYPE = (
    "it is an SVG with a DOCTYPE, entities or a style sheet of its own. Save it as a plain SVG."
)


def test_a_whole_png_passes_as_it_is():
    content = png()
    assert read_picture(content) == Picture("image/png", content)


@pytest.mark.parametrize(
    "content",
    [
        SVG.encode(),
        b"\xef\xbb\xbf" + SVG.encode(),
        svg('<style>.a { fill: url(#g) }</style><path class="a" d="M0 0h9v9z"/>'),
        svg('<defs><linearGradient id="g" xlink:href="#h"/></defs>'),
        svg('<metadata><a xmlns="urn:x" href="http://example.org/"/></metadata>').replace(
            b' href="http://example.org/"', b""
        ),
        svg('<g xmlns:i="urn:i" i:export="C:\\logo.png"><rect width="9" height="9"/></g>'),
        svg(attributes='width="24mm" height="8mm"'),
    ],
)
def test_an_svg_of_shapes_passes_as_it_is(content):
    assert read_picture(content) == Picture("image/svg+xml", content)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", NEITHER),
        (b"GIF89a", NEITHER),
        (b"\xff\xd8\xff\xe0", NEITHER),
        (b"<html/>", NEITHER),
        (b"<svg/>", NEITHER),
        (b"<svg", NEITHER),
        (SIGNATURE, DAMAGED),
        (png()[:-3], DAMAGED),
        (png()[:40], DAMAGED),
        (png().replace(b"IDAT", b"IDAX"), DAMAGED),
        (SIGNATURE + chunk(b"IHDR", b"") + chunk(b"IEND", b""), DAMAGED),
        (png(extra=chunk(b"acTL", bytes(8))), "it is a PNG that moves. Save one frame of it."),
        (png(4001, 1), "it has 4001 by 1 pixels; 4000 is the most. Save it smaller."),
        (
            b"\0" * (LARGEST + 1),
            (
                "it is larger than 256 KiB, and it goes into every report. "
                "Save it smaller: a logo is printed about 12 mm high."
            ),
        ),
        (b"<!DOCTYPE svg>" + SVG.encode(), DOCTYPE),
        (b'<!DOCTYPE s [<!ENTITY a "b">]>' + SVG.encode(), DOCTYPE),
        (b'<?xml-stylesheet href="x.css"?>' + SVG.encode(), DOCTYPE),
        (svg(attributes=""), "it is an SVG without a size. Save it with a viewBox."),
        (
            svg(attributes='width="100%" height="8"'),
            "it is an SVG without a size. Save it with a viewBox.",
        ),
        (
            svg("<script>alert(1)</script>"),
            f"it is an SVG with <script>, which no report carries. {PLAIN}",
        ),
        (
            svg('<image href="#x"/>'),
            f"it is an SVG with <image>, which no report carries. {PLAIN}",
        ),
        (
            svg('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>'),
            f"it is an SVG with <foreignObject>, which no report carries. {PLAIN}",
        ),
        (svg('<use href="#x"/>'), f"it is an SVG with <use>, which no report carries. {PLAIN}"),
        (
            svg('<g><b xmlns="http://www.w3.org/1999/xhtml"/></g>'),
            f"it is an SVG with <b>, which no report carries. {PLAIN}",
        ),
        (
            svg("<text>Council</text>"),
            "it is an SVG with letters (text). Turn them into paths, then save it again.",
        ),
        (
            svg('<rect ONLOAD="alert(1)"/>'),
            f"it is an SVG that holds a script (onload). {PLAIN}",
        ),
        (
            svg('<linearGradient xlink:href="other.svg#g"/>'),
            f"it is an SVG that points outside itself (href). {PLAIN}",
        ),
        (
            svg('<rect fill="url( http://example.org/#g )"/>'),
            f"it is an SVG that asks for something else (fill). {PLAIN}",
        ),
        (
            svg("<rect style=\"fill: url('x.svg')\"/>"),
            f"it is an SVG that asks for something else (style). {PLAIN}",
        ),
        (
            svg("<style>@import 'x.css';</style>"),
            f"it is an SVG whose <style> asks for something else. {PLAIN}",
        ),
        (
            svg("<style>a { fill: \\75rl(x) }</style>"),
            f"it is an SVG whose <style> asks for something else. {PLAIN}",
        ),
    ],
)
def test_what_may_not_stand_in_a_report_is_refused_with_the_reason(content, reason):
    assert read_picture(content) == reason


def test_sound_pictures_of_a_page_are_named_once_each():
    one, two = Picture("image/png", png()), Picture("image/svg+xml", SVG.encode())
    page = f'<img src="{one.address}"><img src="{two.address}"><img src="{one.address}">'
    assert taken_out(page, "x:") == (
        '<img src="x:0"><img src="x:1"><img src="x:0">',
        {"x:0": one, "x:1": two},
    )


@pytest.mark.parametrize(
    "address",
    [
        Picture("image/png", b"\x89PNG").address,
        Picture("image/svg+xml", png()).address,
        Picture("image/svg+xml", svg("<script/>")).address,
        Picture("image/gif", b"GIF89a").address,
        Picture("image/png", png()).address + "AAA",
        "data:image/png,x",
    ],
)
def test_a_picture_of_a_page_that_is_not_sound_keeps_its_address(address):
    page = f'<img src="{address}">'
    assert taken_out(page, "x:") == (page, {})
