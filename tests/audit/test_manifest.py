"""The record of a report's making."""

import pytest

from planctl.audit.manifest import (
    DamagedManifestError,
    MadeWithRecord,
    Manifest,
    SealRecord,
    ValuesRecord,
    read_manifest,
)
from planctl.fingerprint import check_code


@pytest.fixture
def manifest():
    return Manifest(
        kind="delivery",
        audience="officer",
        plans=(),
        sources=(),
        files=(),
        templates=(),
        fonts=(),
        made_with=MadeWithRecord(planctl="1.0"),
        values=(ValuesRecord(plan="reading", ratings={"1a": {"2017-18 autumn": "green"}}),),
    ).coded()


def test_it_is_read_as_it_was_written(manifest):
    assert read_manifest(manifest.content) == manifest


def test_its_code_is_that_of_all_the_rest(manifest):
    assert manifest.check_code == check_code(manifest.digest)
    other = manifest.model_copy(update={"audience": "public"})
    assert other.code != other.check_code


def test_a_seal_gives_it_the_code_of_the_seal(manifest):
    seal = SealRecord(name="seals/2017-18-autumn.json", sha256="ab" * 32)
    sealed = manifest.model_copy(update={"seal": seal}).coded()
    assert sealed.check_code == check_code(bytes.fromhex("ab" * 32))


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda _: b"", "it is not JSON"),
        (lambda _: b"\xff", "it is not JSON"),
        (lambda _: b"[" * 100_000, "it is not JSON"),
        (lambda _: b"[]", "all of it is not as planctl writes it"),
        (lambda raw: raw + b"\n", "it is not in the form in which planctl writes it"),
        (
            lambda raw: raw.replace(b'"kind"', b'"kind":"annual","kind"'),
            "it is not in the form in which planctl writes it",
        ),
        (lambda raw: raw.replace(b'"kind"', b'"sort"'), "kind is not as planctl writes it"),
        (
            lambda raw: raw.replace(b'"planctl":"1.0"', b'"planctl":1'),
            "made_with.planctl is not as planctl writes it",
        ),
        (
            lambda raw: raw.replace(b'"format_version":1', b'"format_version":2'),
            "it is of format 2, and this planctl knows 1: use a newer planctl",
        ),
    ],
)
def test_what_planctl_cannot_have_written_is_refused(manifest, change, reason):
    with pytest.raises(DamagedManifestError) as refused:
        read_manifest(change(manifest.content))
    assert str(refused.value) == f"manifest.json cannot be used: {reason}."
