"""Files inside a page of HTML."""

from planctl.printing.embedding import with_files
from planctl.report.attachments import Attachment
from planctl.verify.html_files import opened_html

PAGE = "<!DOCTYPE html><html><body><p>Words</p></body></html>"


def attached(name, content):
    return Attachment(name, content, "application/yaml", "Source", "A file")


def test_any_bytes_come_out_of_a_page_as_they_went_in():
    contents = {
        "plain.yaml": "title: Größe √\r\n".encode(),
        "mark.yaml": b"\xef\xbb\xbftitle: x\n",
        "script.yaml": b"</script><!--<script>alert(1)</script>]]>&amp;",
        "separators.yaml": "\u2028\u2029\x00\x7f\ufffe".encode(),
        "odd.bin": bytes(range(256)),
        "empty.yaml": b"",
        "</script>": b"a name",
    }
    page = with_files(PAGE, [attached(name, content) for name, content in contents.items()])
    opened = opened_html(page.encode())
    assert (opened.files, opened.shown().text) == (contents, "Words")


def test_they_stand_at_the_end_of_the_body_and_run_nothing():
    page = with_files(PAGE, [attached("a.yaml", b"<b>&")])
    assert page == (
        '<!DOCTYPE html><html><body><p>Words</p><script type="application/json" '
        'data-planctl="file">{"name": "a.yaml", "mime": "application/yaml", "relationship": '
        '"Source", "description": "A file", "text": "\\u003cb\\u003e\\u0026"}</script>\n'
        "</body></html>"
    )
    assert with_files("bare", []) == "bare"
