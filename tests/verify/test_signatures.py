"""Reports that were signed, and what was done to them since."""

import re
import runpy
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from asn1crypto.cms import ContentInfo
from asn1crypto.x509 import Certificate
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.pdf_utils import generic

from planctl.printing.assembling import proven
from planctl.verify import Anchor, Asked, DamagedReportError, Level, opened, verify
from planctl.verify.opened import Shown
from planctl.verify.shown import verdict_text
from planctl.verify.signatures import signatures_on
from planctl.verify.signing import Signing, signed
from planctl.verify.signing_keys import Identity

pytestmark = pytest.mark.thorough
HERE = Path(__file__).parent
kit = runpy.run_path(str(HERE / "signed_reports.py"))
parts = runpy.run_path(str(HERE.parent / "report" / "pdf_parts.py"))
OFFICE, CHAIR, CLERK = kit["OFFICE"], kit["CHAIR"], kit["CLERK"]
identity, increment = kit["identity"], kit["increment"]
unsigned, once, twice = kit["unsigned"], kit["once"], kit["twice"]
root, seen, judged = kit["root"], kit["seen"], kit["judged"]
BEHIND = "Behind it something was added that is no signature."
CHANGED = "What it covers was changed after it was given."
MORE = "Behind the report more was added than signatures."
SHOWS = (
    "A signature shows something on a page, which is no part of the report. Sign with planctl "
    "sign, which shows nothing."
)


def other_page(writer):
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    page["/Contents"] = writer.add_object(generic.StreamObject(stream_data=b"BT ET"))
    writer.update_container(page)


def without_form(writer):
    del writer.root["/AcroForm"]
    writer.update_root()


def shown_field(writer):
    field = writer.root["/AcroForm"]["/Fields"][0].get_object()
    field["/Rect"] = generic.ArrayObject(map(generic.NumberObject, (0, 0, 100, 100)))
    writer.update_container(field)


def test_what_is_signed_stays_as_it_is_and_is_anchored(unsigned, once, twice, judged):
    assert once.startswith(unsigned)
    assert twice.startswith(once)
    verdict = judged(twice, must_be_signed=True)
    assert (verdict.is_sound, verdict.level, verdict.anchored) == (
        True, Level.BYTES, Anchor.SIGNATURE
    )  # fmt: skip
    told = [
        (one.result.value, re.sub(r"of \d+ \w+ \d+, \d\d:\d\d", "of THEN", one.detail))
        for one in verdict.checks
        if one.name == "signature"
    ]
    vouched = (
        "A certificate that you rely on vouches for the signer (Sample Council Root, Sample "
        "Council); whether theirs was withdrawn is not looked up."
    )
    chair = (
        "Signed by Chair of the Board, Sample Council. Said for it: Board: Item 3. Said to be of "
        "THEN, which proves nothing. It holds for all that was made"
    )
    clerk = (
        "Signed by Clerk, Sample Council. Said for it: Clerk. Said to be of THEN, which proves "
        "nothing. It holds for all that was made"
    )
    assert told == [
        ("passed", f"{chair}; behind it stand later signatures alone. {vouched}"),
        ("passed", f"{clerk}. {vouched}"),
    ]  # fmt: skip
    assert "  Anchored to a signature.\n" in verdict_text(verdict)


def test_a_signed_report_is_still_pdf_ua_and_pdf_a(once, twice):
    assert parts["faults"](once) == []
    # The first of two signatures cannot cover the second; up to its own end the file is `once`.
    rules = [(profile, rule) for profile, rule, _ in parts["faults"](twice)]
    assert rules == [("3a", "PDFA3A-SIGNATURE-BYTERANGE-001")]
    field = parts["reader"](once).root_object["/AcroForm"]["/Fields"][0].get_object()
    assert field["/TU"] == "Signature of Chair of the Board, Sample Council, Board"
    assert field["/F"] & 0b111 == 0b100


def test_another_program_agrees(twice, tmp_path):
    path = tmp_path / "signed.pdf"
    path.write_bytes(twice)
    said = subprocess.run(
        ["pdfsig", "-nocert", path], capture_output=True, text=True, check=True
    ).stdout
    names = re.findall(r"Signer Certificate Common Name: (.*)", said)
    assert names == ["Chair of the Board", "Clerk"]
    assert said.count("Signature Validation: Signature is Valid.") == 2
    assert said.count("Signature Type: ETSI.CAdES.detached") == 2
    assert said.count("Total document signed") == 1


def test_nobody_is_known_without_a_certificate_to_rely_on(once, seen, tmp_path):
    found, ((result, detail),) = seen(once, roots=())
    assert (found.are_sound, found.is_anchor, result) == (True, False, "remark")
    assert detail.endswith(
        "Not checked: who the signer is. Sample Council Root, Sample Council says so; see --trust."
    )
    _, (_, asked) = seen(once, roots=(), must_be_signed=True)
    assert asked == (
        "failed",
        "It is signed, and not known by whom: name the certificates that you rely on with --trust.",
    )
    other = tmp_path / "other.pem"
    # An office that took the same name.
    other.write_bytes(kit["made"]["Office"]().root.certificate_pem)
    found, ((result, detail), asked) = seen(once, roots=(other,), must_be_signed=True)
    assert (found.are_sound, found.is_anchor, result) == (True, False, "remark")
    assert detail.endswith(
        "No certificate that you rely on vouches for the signer: anybody can take that name."
    )
    assert asked == (
        "failed", "It is signed, but by nobody whom the roots given with --trust speak for."
    )  # fmt: skip


def test_a_certificate_may_be_relied_on_itself(once, seen, tmp_path):
    own = tmp_path / "chair.pem"
    own.write_bytes(CHAIR.certificate_pem)
    found, ((result, _),) = seen(once, roots=(own,), must_be_signed=True)
    assert (found.is_anchor, result) == (True, "passed")


def test_a_certificate_that_has_ended_since_is_told(unsigned, seen):
    late = OFFICE.member("Former Chair", days=(-400, -1))
    content = signed(unsigned, identity(late), Signing())
    found, ((result, detail),) = seen(content)
    assert (found.are_sound, found.is_anchor, result) == (True, False, "remark")
    assert detail.endswith("nobody can tell any more that it was signed before.")
    assert seen(content, must_be_signed=True)[1][1][0] == "failed"


def test_a_changed_byte_breaks_all_signatures(twice, seen):
    place = twice.index(b"Item 3")
    changed = twice[:place] + b"Xtem 3" + twice[place + 6 :]
    found, checks = seen(changed)
    assert (found.are_sound, found.is_anchor) == (False, False)
    assert checks == [
        ("failed", f"The signature of {name}, Sample Council does not hold. {CHANGED}")
        for name in ("Chair of the Board", "Clerk")
    ]


@pytest.mark.parametrize("change", [other_page, shown_field])
def test_what_was_added_behind_a_signature_is_told(once, seen, change):
    found, checks = seen(increment(once, change))
    assert (found.are_sound, found.is_anchor) == (False, False)
    whole = MORE if change is other_page else SHOWS
    chair = f"The signature of Chair of the Board, Sample Council does not hold. {BEHIND}"
    assert checks == [("failed", chair), ("failed", whole)]


def test_letters_behind_the_last_signature_are_told(twice, seen):
    _, checks = seen(twice + b"% more\n")
    assert [result for result, _ in checks] == ["passed", "failed"]
    assert checks[1][1] == f"The signature of Clerk, Sample Council does not hold. {BEHIND}"


def test_what_was_signed_counts_for_nothing_among_what_was_added(twice, judged):
    checks = {one.name: one.detail for one in judged(twice + b"% more\n", level=Level.TEXT).checks}
    assert checks["bytes"] == (
        "7 bytes were added behind the last signature on the report. What was made and signed "
        "stands before them unchanged."
    )


def test_a_page_replaced_before_signing_is_found_all_the_same(unsigned, seen, judged):
    content = signed(increment(unsigned, other_page), identity(CHAIR), Signing())
    _, checks = seen(content, must_be_signed=True)
    verdict = judged(content, must_be_signed=True)
    assert (verdict.is_sound, verdict.anchored, verdict.level) == (False, Anchor.NONE, None)
    assert checks[1] == ("failed", MORE)


def test_a_visible_signature_is_no_part_of_the_report(once, seen):
    content = signed(increment(once, shown_field), identity(CLERK), Signing())
    found, checks = seen(content)
    assert (found.are_sound, checks[-1]) == (False, ("failed", SHOWS))


def test_a_signature_that_was_taken_off_is_missed(unsigned, once, seen, judged):
    _, checks = seen(unsigned, must_be_signed=True)
    assert checks == [("failed", "It is not signed.")]
    changed = increment(once, without_form)
    said = (
        "A signature stands in the file and nothing leads to it: it was taken off, or is damaged."
    )
    assert seen(changed)[1] == [("failed", said)]
    assert not judged(changed).is_sound


def test_a_certificate_that_is_not_of_the_key_is_told(unsigned, seen):
    stolen = Identity(OFFICE.member().key, CHAIR.certificate)
    found, checks = seen(signed(unsigned, stolen, Signing()))
    assert (found.are_sound, found.is_anchor) == (False, False)
    said = (
        "The signature of Chair of the Board, Sample Council does not hold. It was not made with "
        "the key of the certificate that stands with it."
    )
    assert checks == [("failed", said)]


def test_a_certificate_put_in_the_place_of_another_is_told(unsigned, seen):
    true = OFFICE.member("Chair of the Board", CHAIR.key)
    content = signed(unsigned, identity(CHAIR), Signing())
    place = re.search(rb"/Contents <([0-9A-Fa-f]+)>", content)
    assert place is not None
    there = ContentInfo.load(bytes.fromhex(place[1].decode()))
    mine = Certificate.load(true.certificate.public_bytes(Encoding.DER))
    there["content"]["certificates"] = [mine]
    swapped = there.dump(force=True).hex().encode().ljust(len(place[1]), b"0")
    assert len(swapped) == len(place[1])
    found, checks = seen(content[: place.start(1)] + swapped + content[place.end(1) :])
    assert (found.are_sound, found.is_anchor) == (False, False)
    assert checks == [("failed", "A signature on it cannot be read: it is damaged.")]


def test_an_approval_on_the_page_is_signed_for_where_verify_says_so(workspace, press, judged):
    path = workspace / "plans/reading.yaml"
    approvals = "approvals:\n  - {role: Board, by: library, date: 2017-10-12, minute: Item 3}\n"
    path.write_text(path.read_text("utf-8").replace("themes:\n", f"{approvals}themes:\n"), "utf-8")
    ready = proven(press("board"))
    content = signed(ready.pdf(), identity(CHAIR), Signing("Board", "Item 3"))
    assert "(minuted)" in ready.page
    told = [one.detail for one in judged(content).checks if one.name == "approval"]
    who = "Chair of the Board, Sample Council"
    assert told == [f"Board: the report has it as recorded, and {who} signed for it."]
    assert [one for one in judged(content, roots=()).checks if one.name == "approval"] == []


@pytest.mark.parametrize("damage", [b"0", b"f"])
def test_a_signature_that_cannot_be_read_is_told(once, seen, damage):
    content = re.sub(rb"(?<=/Contents <)[0-9A-Fa-f]+", lambda all_: damage * len(all_[0]), once)
    found, checks = seen(content)
    assert not found.are_sound
    assert checks == [("failed", "A signature on it cannot be read: it is damaged.")]


@pytest.mark.parametrize("is_readable", [True, False])
def test_a_second_reader_must_see_what_the_first_has_seen(once, tmp_path, is_readable):
    path = tmp_path / "report.pdf"
    path.write_bytes(once)
    report = opened(path)

    def shown():
        if not is_readable:
            raise DamagedReportError("Broken.")
        return Shown(("Other words",), report.shown().marks)

    found = signatures_on(replace(report, shown=shown), ())
    assert (found.are_sound, found.fault) == (
        False, "With its signatures it shows something else than without them."
    )  # fmt: skip


def test_a_page_of_html_has_no_signatures(report, tmp_path):
    verdict = verify(report(), Asked(here=tmp_path, must_be_signed=True))
    details = [one.detail for one in verdict.checks if one.name == "signature"]
    assert details == ["It is not signed."]
