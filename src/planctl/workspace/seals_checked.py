"""What is wrong with a workspace's seals, as findings in their files."""

import hashlib
from collections.abc import Iterator
from typing import Final

from planctl.audit.chain import Fault
from planctl.findings import Finding, Span
from planctl.rules import Checked, Policy
from planctl.rules.sealed import sealed_value_changed
from planctl.source import Document, Lines
from planctl.workspace.group import Group, shown
from planctl.workspace.places import seals_for

_TOP: Final = Span(1, 1, 1, 2)
_FINGERPRINT: Final = 16


def on_seals(group: Group, policy: Policy) -> Iterator[tuple[Document, Checked]]:
    """Each seal that is damaged, or out of its place in the chain, with what is found there.

    No waiver lets such a finding stand. The group has a plan that was asked for.
    """
    faults = group.seals.faults
    texts = group.seals_of(group.root) if faults else {}
    folder = seals_for(group.asked[0], group.root)
    for name in dict.fromkeys(fault.file for fault in faults):
        file = shown(folder / name)
        if sealed_value_changed in policy.rules_for(file):
            document = Document(file, Lines.of(texts[name].decode("utf-8", "replace")))
            found = (_finding(document, fault) for fault in faults if fault.file == name)
            yield document, Checked(policy.weighed(found))


def _finding(document: Document, fault: Fault) -> Finding:
    rule = sealed_value_changed
    digest = hashlib.sha256(f"{rule.code}/{fault.file}/{fault.message}".encode()).hexdigest()
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        message=fault.message,
        help=fault.help,
        question="Who changed a seal, and what did it hold before?",
        file=document.file,
        span=_TOP,
        subject="the seal",
        fingerprint=digest[:_FINGERPRINT],
    )
