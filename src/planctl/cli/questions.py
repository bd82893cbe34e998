"""`planctl questions`: what members may ask about a term."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from planctl.cli.options import AsOf, NoColor, PlanPaths, Printed, TextOrJson, day, plans_at
from planctl.cli.output import leave_if_broken, paint, say

if TYPE_CHECKING:
    from planctl.console.questions import PlanQuestions
    from planctl.printing import Press


def questions(
    paths: PlanPaths = None,
    *,
    term_name: Annotated[
        str,
        typer.Option(
            "--term",
            metavar="TERM",
            help="The term to ask about, such as '2017-18 autumn', current or last.",
        ),
    ] = "last",
    as_of: AsOf = None,
    output_format: Printed = TextOrJson.TEXT,
    no_color: NoColor = False,
) -> None:
    """List what members may ask about a term, ten questions a plan.

    They are those of the term's report, made from what changed since the last one, from what the
    checks find, and from what has stood still for terms. The gravest come first.

    \b
    Examples:
      planctl questions                                 the last term, every plan
      planctl questions plans/reading.yaml --term '2017-18 spring'
      planctl questions --format json                   for other programs
    """
    from planctl.console.questions import (  # noqa: PLC0415 - as above
        render_questions_json,
        render_questions_text,
    )
    from planctl.printing import Press  # noqa: PLC0415 - help does not need the model

    found, _ = plans_at(paths)
    on = day(as_of) if as_of is not None else None
    presses = [press for group in found for press in Press.presses(group, term_name, on)]
    asked = _asked(presses)
    if output_format is TextOrJson.JSON:
        say(render_questions_json(asked))
    elif asked:
        say(render_questions_text(asked, paint(no_color=no_color)))
    leave_if_broken(
        found, "Nothing is asked about these plans. `planctl validate` says what to do."
    )


def _asked(presses: "Sequence[Press]") -> "tuple[PlanQuestions, ...]":
    from planctl.console.questions import Asked, PlanQuestions  # noqa: PLC0415 - help needs neither

    return tuple(
        PlanQuestions(
            press.plan.id,
            press.plan.title,
            str(press.term),
            tuple(
                Asked(one.question, one.ref, one.label, one.why, one.rule)
                for one in press.questions()
            ),
        )
        for press in presses
    )
