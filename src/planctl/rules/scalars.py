"""The rule on texts that other YAML readers would take for something else."""

from collections.abc import Iterator

from planctl.loading import ambiguous_texts, quoted, taken_for
from planctl.model import Plan, Programme
from planctl.rules.rule import Case, Problem, Weight, rule


@rule(
    "PLN021",
    "ambiguous-scalar",
    Weight.WARNING,
    question="Is {subject} printed in the plan as it was agreed?",
    on_programme=True,
)
def ambiguous_scalar(case: Case) -> Iterator[Problem]:
    """A text that looks like a number, a date or yes and no stands in quotes.

    planctl keeps every text as it is written. Spreadsheets, editors and other programs that read
    the same file do not: for them 2.10 is the number 2.1, and no is false.

    Why:
        The reference 2.10 and the reference 2.1 become one as soon as another program writes the
        file.

    Bad:
        - {ref: 2.10, text: Open a homework club}

    Good:
        - {ref: "2.10", text: Open a homework club}
    """
    model = Plan if isinstance(case.subject, Plan) else Programme
    for path, part, text in ambiguous_texts(case.document, model):
        yield Problem(
            path,
            f"{text} stands without quotes, and other programs read it as {taken_for(text)}",
            f'Write "{text}".',
            part=part,
            fix=quoted(case.document, path, part),
        )


RULES = (ambiguous_scalar,)
