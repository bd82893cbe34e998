"""The few shapes that charts are drawn with: SVG as text, all words escaped."""

from collections.abc import Iterable
from html import escape
from typing import Final

FONT: Final = "planctl Sans, Source Sans 3, Source Sans Pro, Segoe UI, Roboto, Arial, sans-serif"
"""Said on each chart itself: WeasyPrint does not pass the page's font on to an SVG."""

SIZE: Final = 13.5
"""The height of a chart's letters, in the chart's own units."""

Point = tuple[float, float]
"""Left to right, and downwards."""


def drawing(width: float, height: float, title: str, shapes: Iterable[str]) -> str:
    """The chart, whose title gives its figures in words."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}"'
        f' role="img" font-family="{FONT}" font-size="{SIZE:g}">'
        f"<title>{escape(title)}</title>{''.join(shapes)}</svg>"
    )


def lettering(
    at: Point, words: str, fill: str, weight: str = "normal", anchor: str = "start"
) -> str:
    """Words on one line, from the point on, around it or up to it."""
    return (
        f'<text x="{at[0]:.2f}" y="{at[1]:.2f}" fill="{fill}" font-weight="{weight}"'
        f' text-anchor="{anchor}">{escape(words)}</text>'
    )


def small_print(at: Point, words: str, fill: str, anchor: str = "start") -> str:
    """Words on one line in smaller letters."""
    return (
        f'<text x="{at[0]:.2f}" y="{at[1]:.2f}" fill="{fill}" font-size="11"'
        f' text-anchor="{anchor}">{escape(words)}</text>'
    )


def box(at: Point, width: float, height: float, colours: tuple[str, str]) -> str:
    """A rectangle from its upper left corner, with the colours of fill and edge."""
    return (
        f'<rect x="{at[0]:.2f}" y="{at[1]:.2f}" width="{width:.2f}" height="{height:.2f}"'
        f' fill="{colours[0]}" stroke="{colours[1]}"/>'
    )


def stroke(points: Iterable[Point], colour: str, width: float, dashes: str = "") -> str:
    """A line through the points, in dashes such as `4 3` where they are given."""
    through = " ".join(f"{x:.2f},{y:.2f}" for x, y in points)
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return (
        f'<polyline points="{through}" fill="none" stroke="{colour}"'
        f' stroke-width="{width:g}"{dashed}/>'
    )


def dot(at: Point, radius: float, fill: str, edge: str) -> str:
    """A filled circle."""
    return (
        f'<circle cx="{at[0]:.2f}" cy="{at[1]:.2f}" r="{radius:g}" fill="{fill}" stroke="{edge}"/>'
    )
