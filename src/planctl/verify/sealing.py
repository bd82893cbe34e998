"""Whether a report stands on a seal of its term, and whether that is the last one."""

from dataclasses import dataclass
from pathlib import Path

from planctl.audit.chain import Chain, chain_of
from planctl.audit.manifest import Manifest, PlanRecord
from planctl.audit.sealing import since_closing
from planctl.model.seal import Seal
from planctl.printing.carried import Carried
from planctl.verify.verdict import Anchor, Check, failed, not_checked, passed, remark
from planctl.workspace import workspace_of
from planctl.workspace.seals import seal_files

_NAME = "seal"


@dataclass(frozen=True, slots=True)
class Standing:
    """What the seals of a workspace say; `is_current` is None where they say nothing."""

    anchor: Anchor = Anchor.NONE
    is_current: bool | None = None
    checks: tuple[Check, ...] = ()


def seal_standing(folder: Path, carried: Carried) -> Standing:
    """What the seals say of the report in the workspace that the folder is in."""
    record = carried.manifest.seal
    if record is None:
        return Standing()
    chain = chain_of(seal_files(workspace_of(folder)))
    seal = next((one for one in chain.seals if one.sha256 == record.sha256), None)
    if chain.faults:
        return Standing(checks=(failed(_NAME, chain.faults[0].message),))
    if seal is None:
        said = f"It names the seal {record.name}, which is not here: see --repo."
        return Standing(checks=(not_checked(_NAME, said),))
    then = Chain(tuple(one for one in chain.seals if one.number <= seal.number))
    if carried.manifest.edition is not None and not _is_of_sealed_files(carried.manifest, then):
        return Standing(checks=(not_checked(_NAME, _EDITED),))
    if _is_unlike(carried, then):
        return Standing(checks=(failed(_NAME, _OTHER),))
    is_current = _is_last(seal, carried.manifest, chain)
    told = f"Its source says of the term what the seal {record.name} holds."
    checks = [passed(_NAME, told)]
    if not is_current:
        checks.append(remark("current", "A later seal of its term has taken its place."))
    return Standing(Anchor.SEAL, is_current, tuple(checks))


def _is_unlike(carried: Carried, chain: Chain) -> bool:
    """Whether the source inside differs from what was sealed, as far as it is there in full."""
    if carried.manifest.edition is not None:
        return False
    return any(
        chain.closing(one.id, one.term) is None or any(since_closing(plan, request.term, chain))
        for one, (plan, request, _, _) in zip(carried.manifest.plans, carried.given(), strict=True)
    )


_OTHER = "Its source says something else of the term than the seal that it names."
_EDITED = (
    "The files that it is an edition of have changed since they were sealed. "
    "Whether they still say of the term what the seal holds is seen in an officers' report alone."
)


def _is_of_sealed_files(manifest: Manifest, chain: Chain) -> bool:
    """Whether a seal of the term was made of the very files that the edition is of."""
    return all(_is_of(one, manifest, chain) for one in manifest.plans)


def _is_of(one: PlanRecord, manifest: Manifest, chain: Chain) -> bool:
    """Whether a seal of the plan's term was made of the file that the edition names."""
    known = {source.name: source.sha256 for source in manifest.sources}
    return any(
        known.get(one.source) in seal.plans[one.id].sources.values()
        for seal in chain.of(one.term)
        if one.id in seal.plans
    )


def _is_last(seal: Seal, manifest: Manifest, chain: Chain) -> bool:
    """Whether no later seal of the same term speaks of one of the plans."""
    ids = {one.id for one in manifest.plans}
    later = (one for one in chain.of(seal.term) if one.number > seal.number)
    return not any(ids & set(one.plans) for one in later)
