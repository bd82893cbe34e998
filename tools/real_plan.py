"""The page that says what each rule finds in the project's own plan on a certain day."""

import json
from collections.abc import Callable

DAY = "2018-01-01"
FAMILIES = {
    "0": "The file", "1": "Its shape", "2": "Names and references", "3": "Who is responsible",
    "4": "When", "5": "How it goes", "6": "Money", "7": "Measures and evidence",
    "8": "Scrutiny, governance and wording", "9": "planctl itself",
}  # fmt: skip
"""What the codes of each hundred are about."""

HEAD = f"""\
# The real plan, audited

[plans/parental-partnership.yaml](../plans/parental-partnership.yaml) is the published action plan
of one partnership for one of its priorities, with its programme. This is what every code finds in
the two files as of {DAY}, the day after the first term of the plan: {{total}} places in all. A
nought is a finding too: the rule looked, and all was well, or nothing was written of its kind.
"""


def page(said: Callable[..., str]) -> str:
    """The table, from what planctl prints when it is run by `said`."""
    rules = json.loads(said("rules", "--format", "json"))["rules"]
    checked = ("validate", "plans", "--as-of", DAY, "--format", "json", "--fail-on", "never")
    found = json.loads(said(*checked))["summary"]["by_rule"]
    parts = [HEAD.format(total=sum(found.values()))]
    for digit, family in FAMILIES.items():
        ours = [rule for rule in rules if rule["code"].startswith(f"PLN{digit}")]
        if ours:
            parts += [f"## {family}\n", "| code | name | severity | finds |", "|---|---|---|---:|"]
            parts += [row(rule, found.get(rule["code"], 0)) for rule in ours]
            parts.append("")
    return "\n".join(parts)


def row(rule: dict[str, str], count: int) -> str:
    """One rule's line, with a link to its page."""
    code, name = rule["code"], rule["name"]
    link = f"[{code}](rules.md#{code.lower()}-{name})"
    return f"| {link} | {name} | {rule['severity']} | {count} |"
