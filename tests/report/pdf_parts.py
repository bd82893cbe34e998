"""What the tests of PDFs look with: a small page to print, and a finished file taken apart."""

from io import BytesIO

import page
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

SMALL = """<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>T</title>
<style>html {{ font-family: "planctl Sans" }} {style}</style>{head}</head>
<body><h1>T</h1>{body}</body></html>"""


def small(*, style="", head="", body=""):
    return SMALL.format(style=style, head=head, body=body)


def reader(pdf):
    return PdfReader(BytesIO(pdf))


def text_of(pdf):
    return "\n".join(one.extract_text() for one in reader(pdf).pages)


def elements(pdf, kind):
    """The structure elements of a kind, such as /TH, anywhere in the tree."""
    found = []
    waiting = [reader(pdf).root_object["/StructTreeRoot"]]
    while waiting:
        one = waiting.pop().get_object()
        if isinstance(one, DictionaryObject):
            found += [one] if one.get("/S") == kind else []
            kids = one.get("/K", [])
            waiting += [kid for kid in kids if not isinstance(kid, int)]
    return found


def faults(pdf: bytes) -> list[tuple[str, str, str]]:
    """What PDF/UA-1 and PDF/A-3a forbid in the file."""
    return [
        (profile, failure.rule_id, failure.message)
        for profile in ("ua1", "3a")
        for failure in page.validate_pdf_bytes(pdf, profile=profile).failures
    ]
