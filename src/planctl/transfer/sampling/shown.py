"""A claim in words: what is checked, and what it rests on."""

import json
from collections.abc import Iterator
from typing import Any, Final

from planctl.audit.sampling import Claim, Sample, rank
from planctl.model import Evidence

FORMAT_VERSION: Final = 1
RULE: Final = "SHA-256 of seed/plan/uid, lowest first"
NOTHING: Final = "–"


def claimed(claim: Claim) -> str:
    """The rating as its owner has given it, with the stage."""
    update = claim.update
    level = claim.plan.rating_scale.level(update.rating) if update.rating else None
    stage = str(update.stage.value).replace("_", " ") if update.stage else ""
    return ", ".join(part for part in (level.label if level else "", stage) if part)


def evidence_of(claim: Claim) -> str:
    """What the claim rests on, a line for each; a dash where nothing is named."""
    action = claim.row.action
    known = {one.id: one for one in action.evidence if one.id}
    named = claim.update.evidence
    lines = [_piece(known[one]) if one in known else one for one in named]
    lines += [_piece(one) for one in action.evidence if not one.id or one.id not in named]
    return "\n".join(dict.fromkeys(lines)) or NOTHING


def as_text(found: Sample) -> str:
    """The sample as lines for people."""
    return "".join(f"{line}\n" for line in _lines(found))


def as_json(found: Sample) -> str:
    """The same for programs."""
    return json.dumps(_plain(found), ensure_ascii=False) + "\n"


def heading(found: Sample) -> str:
    """How many were drawn out of how many, and when they were said."""
    terms = ", ".join(dict.fromkeys(str(claim.term) for claim in found.drawn))
    said = f"{len(found.drawn)} of {found.out_of} actions said to be on track or complete"
    return f"{said}, {terms}" if terms else said


def _lines(found: Sample) -> Iterator[str]:
    yield f"{heading(found)}. Seed: {found.seed}"
    for claim in found.drawn:
        evidence = evidence_of(claim).replace("\n", "; ")
        yield ""
        yield f"{claim.plan.id} {claim.row.label}: {claimed(claim)}"
        yield f"  {claim.row.action.title or claim.row.action.text}"
        yield f"  Said: {claim.update.comment or NOTHING}"
        yield f"  Evidence: {evidence}"
        yield f"  Rank: {rank(found.seed, claim)[:16]}  {claim.key}"


def _plain(found: Sample) -> dict[str, Any]:
    return {
        "format_version": FORMAT_VERSION,
        "rule": RULE,
        "seed": found.seed,
        "out_of": found.out_of,
        "drawn": [
            {
                "plan": claim.plan.id,
                "uid": claim.row.action.uid,
                "ref": claim.row.action.ref,
                "term": str(claim.term),
                "rating": claim.update.rating,
                "comment": claim.update.comment,
                "evidence": evidence_of(claim).split("\n") if _has_evidence(claim) else [],
                "rank": rank(found.seed, claim),
            }
            for claim in found.drawn
        ],
    }


def _has_evidence(claim: Claim) -> bool:
    return evidence_of(claim) != NOTHING


def _piece(one: Evidence) -> str:
    told = f"{one.id}: {one.title}" if one.id else one.title
    where = [str(part) for part in (one.date, one.locator) if part]
    return f"{told} ({', '.join(where)})" if where else told
