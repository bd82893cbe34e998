"""`planctl sign`: signatures on reports, and what keeps them from being made."""

import json
import runpy
from pathlib import Path

import pytest

from planctl.errors import MissingLibraryError
from planctl.verify import signing_library
from tests.cli.conftest import READING

pytestmark = pytest.mark.thorough
made = runpy.run_path(str(Path(__file__).parents[1] / "verify" / "signing_office.py"))
OFFICE, SECRET = made["Office"](), made["PASSPHRASE"]
CHAIR = OFFICE.member()
PRINTED: dict[str, bytes] = {}


@pytest.fixture
def report(planctl, tmp_path, monkeypatch):
    """A report as PDF, in the working directory; printed once for all tests."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PLANCTL_PASSPHRASE", raising=False)
    if not PRINTED:
        Path("reading.yaml").write_text(READING, "utf-8")
        asked = ("--term", "2017-18 autumn", "--format", "pdf", "-o", ".")
        name = planctl("report", "reading.yaml", *asked).out.strip()
        PRINTED["pdf"] = Path(name).read_bytes()
        Path("reading.yaml").unlink()
    path = Path("report.pdf")
    path.write_bytes(PRINTED["pdf"])
    return path


@pytest.fixture
def files():
    """`files(name=bytes)` writes files of keys and certificates."""

    def write(**contents):
        for name, content in contents.items():
            Path(name.replace("_", ".")).write_bytes(content)

    write(
        chair_p12=CHAIR.p12(SECRET, [OFFICE.root.certificate]), key_pem=CHAIR.key_pem(),
        cert_pem=CHAIR.certificate_pem, root_pem=OFFICE.root.certificate_pem,
        locked_pem=CHAIR.key_pem(SECRET),
    )  # fmt: skip
    return write


@pytest.fixture(autouse=True)
def _files(report, files):
    assert report.exists()
    assert files


def test_a_report_is_signed_twice_and_verified(planctl, report, monkeypatch):
    unsigned = report.read_bytes()
    monkeypatch.setenv("PLANCTL_PASSPHRASE", SECRET)
    said = planctl("sign", report, "--p12", "chair.p12", "--role", "Board", "--reason", "Item 3")
    who = "Chair of the Board, Sample Council, by a certificate of Sample Council Root, Sample"
    assert (said.code, said.out) == (0, f"report.pdf is signed by {who} Council.\n")
    assert said.err == "Its time is the clock of this machine: it is said, and proves nothing.\n"
    once = report.read_bytes()
    assert once.startswith(unsigned)
    pem = ("--key", "key.pem", "--cert", "cert.pem", "--chain", "root.pem")
    assert planctl("sign", report, *pem, "-o", "twice.pdf").code == 0
    assert report.read_bytes() == once
    assert Path("twice.pdf").read_bytes().startswith(once)
    said = planctl("verify", "twice.pdf", "--signed", "--trust", "root.pem", "--format", "json")
    found = json.loads(said.out)
    assert (said.code, found["anchored"], found["consistent"]["level"]) == (0, "signature", "bytes")
    results = [one["result"] for one in found["checks"] if one["name"] == "signature"]
    assert results == ["passed", "passed"]
    # Without anybody to rely on, nobody is known.
    assert planctl("verify", "twice.pdf").code == 0
    assert planctl("verify", "twice.pdf", "--signed").code == 1


def test_a_file_that_is_there_is_not_replaced(planctl, report, files):
    files()
    Path("signed.pdf").write_text("mine")
    said = planctl("sign", report, "--key", "key.pem", "--cert", "cert.pem", "-o", "signed.pdf")
    assert (said.code, said.err) == (
        2,
        (
            "planctl: signed.pdf is there already, so nothing was written. Name another file with "
            "-o.\n"
        ),
    )
    assert Path("signed.pdf").read_text() == "mine"


def test_nothing_is_written_where_it_is_only_tried(planctl, report):
    before = report.read_bytes()
    until = CHAIR.certificate.not_valid_after_utc
    pem = ("--key", "key.pem", "--cert", "cert.pem")
    said = planctl("sign", report, *pem, "-o", "other.pdf", "--dry-run")
    assert (said.code, said.err, Path("other.pdf").exists()) == (
        0, "Nothing was written.\n", False
    )  # fmt: skip
    assert said.out == (
        "report.pdf would be signed by Chair of the Board, Sample Council, by a certificate of "
        f"Sample Council Root, Sample Council, valid to {until.day} {until:%B %Y}.\n"
    )
    assert report.read_bytes() == before


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--p12", "chair.p12"),
         ("chair.p12 cannot be opened: the passphrase is not the one of this file, or it is no "
         "PKCS #12 file.")),
        (("--p12", "root.pem"),
         ("root.pem cannot be opened: the passphrase is not the one of this file, or it is no "
         "PKCS #12 file.")),
        (("--key", "locked.pem", "--cert", "cert.pem"),
         "locked.pem cannot be opened: the passphrase is not the one of this file."),
        (("--key", "cert.pem", "--cert", "cert.pem"),
         ("cert.pem holds no private key that can be read. Name a PEM file: it begins with "
         "-----BEGIN PRIVATE KEY-----, or BEGIN ENCRYPTED PRIVATE KEY.")),
        (("--key", "key.pem", "--cert", "key.pem"),
         ("key.pem holds no certificate that can be read. Name a PEM file: it begins with "
         "-----BEGIN CERTIFICATE-----.")),
        (("--key", "key.pem", "--cert", "root.pem"),
         ("key.pem is not the key of root.pem, which is of Sample Council Root, Sample Council: "
         "signatures made with it would not hold. Name the two that belong together.")),
        (("--p12", "gone.p12"),
         "gone.p12 is not there. Check the spelling, or the folder you are in."),
        ((),
         ("To sign, planctl needs a key and its certificate. Give --p12 FILE, which holds both, "
         "or --key PEM and --cert PEM.")),
        (("--cert", "cert.pem"),
         ("To sign, planctl needs a key and its certificate. Give --p12 FILE, which holds both, "
         "or --key PEM and --cert PEM.")),
        (("--key", "key.pem"),
         ("--key 'key.pem' is not enough to sign with. Give either --p12 FILE, or --key PEM and "
         "--cert PEM.")),
        (("--p12", "chair.p12", "--key", "key.pem"),
         ("--p12 'chair.p12' holds key and certificate already. Give either --p12 FILE, or --key "
         "PEM and --cert PEM.")),
    ],
)  # fmt: skip
def test_a_key_that_does_not_fit_is_told(planctl, report, monkeypatch, options, said):
    monkeypatch.setenv("PLANCTL_PASSPHRASE", "something else")
    before = report.read_bytes()
    found = planctl("sign", report, *options)
    assert (found.code, found.out, found.err) == (2, "", f"planctl: {said}\n")
    assert report.read_bytes() == before


def test_a_passphrase_that_nobody_can_be_asked_for_is_told(planctl, report):
    said = planctl("sign", report, "--p12", "chair.p12")
    assert (said.code, said.err) == (2, (
        "planctl: chair.p12 is locked with a passphrase. Put that into the environment variable "
        "PLANCTL_PASSPHRASE, or run planctl on a terminal, where it asks.\n"
    ))  # fmt: skip


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ({"days": (-400, -1)}, "ended on {end}. Sign with one that is valid."),
        ({"days": (1, 300)}, "is valid from {start} only. Sign with one that is valid now."),
        ({"signs": False}, "says that it is not for signatures. Sign with one that is."),
    ],
)
def test_a_certificate_that_no_signature_can_rest_on_is_told(planctl, report, files, how, said):
    other = OFFICE.member("Former Chair", CHAIR.key, **how)
    files(other_pem=other.certificate_pem)
    start = f"{other.certificate.not_valid_before_utc:%d %B %Y}"
    end = f"{other.certificate.not_valid_after_utc:%d %B %Y}"
    found = planctl("sign", report, "--key", "key.pem", "--cert", "other.pem")
    whose = "planctl: The certificate of Former Chair, Sample Council"
    assert (found.code, found.err) == (2, f"{whose} {said.format(start=start, end=end)}\n")


def test_a_key_that_is_too_short_is_told(planctl, report, files):
    weak = OFFICE.member(key=made["rsa_key"](1024))
    files(weak_p12=weak.p12())
    said = planctl("sign", report, "--p12", "weak.p12")
    assert (said.code, said.err) == (2, (
        "planctl: weak.p12 holds an RSA key of 1024 bits, which is too short to be relied on. Sign "
        "with one of 2048 bits or more.\n"
    ))  # fmt: skip


def test_what_is_no_whole_report_is_not_signed(planctl, report):
    pem = ("--key", "key.pem", "--cert", "cert.pem")
    Path("words.pdf").write_bytes(b"words")
    Path("page.html").write_text("<p>Words", "utf-8")
    assert planctl("sign", "words.pdf", *pem).err == (
        "planctl: words.pdf was not signed. It is neither a PDF nor a page of HTML.\n"
    )
    page = planctl("sign", "page.html", *pem)
    assert (page.code, page.err) == (2, (
        "planctl: page.html is a page of HTML, and only PDFs can be signed. Name the PDF of the "
        "same report; planctl report --format pdf makes one.\n"
    ))  # fmt: skip
    assert planctl("sign", "gone.pdf", *pem).code == 2
    assert planctl("sign", report, *pem).code == 0
    report.write_bytes(report.read_bytes() + b"% more\n")
    said = planctl("sign", report, *pem)
    assert (said.code, said.err) == (1, (
        "planctl: report.pdf was not signed. A signature on it does not hold, or something was "
        "added behind it: see verify.\n"
    ))  # fmt: skip


def test_without_the_extra_it_is_said_what_to_install(planctl, report, monkeypatch):
    pem = ("--key", "key.pem", "--cert", "cert.pem")
    assert planctl("sign", report, *pem).code == 0

    def missing(name):
        raise ModuleNotFoundError(name=name.split(".")[0])

    monkeypatch.setattr(signing_library, "import_module", missing)
    said = (
        "planctl: Signatures need pyhanko, which is not installed. Install it with: python -m pip "
        "install 'planctl[sign]'\n"
    )
    for command in (("sign", report, *pem), ("verify", report)):
        found = planctl(*command)
        assert (found.code, found.out, found.err) == (3, "", said)
    with pytest.raises(MissingLibraryError):
        signing_library.need_signing()
