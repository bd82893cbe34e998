"""`planctl import`: a plan out of Word, Excel or pasted text, every character accounted for."""

from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from planctl.cli.import_each import import_each
from planctl.cli.import_given import (
    Target,
    id_given,
    only_term,
    parties_given,
    programme_beside,
    refuse_output,
    term_called,
)
from planctl.cli.import_history import import_history, papers_of, refuse_options
from planctl.cli.options import Force


class Track(StrEnum):
    """Which text counts where Word has recorded changes."""

    ACCEPT = "accept"
    REJECT = "reject"


def import_plan(  # noqa: PLR0913 - one parameter for each option of the command line
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...",
            help="Documents: .docx, .xlsx, .csv, .tsv, .txt, .md or .html; planctl's own exports "
            "(.json too) and reports.",
        ),
    ],
    *,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="PLAN",
            help="Where the plan goes: a .yaml file, or a folder. Without it nothing is written.",
        ),
    ] = None,
    mapping: Annotated[
        list[str] | None,
        typer.Option(
            "--map", metavar="HEADING=FIELD",
            help="What a column or row is: 'Who=responsible', 'Ward=own', 'Notes=ignore'; or a "
            "file of such lines. May be repeated.",
        ),
    ] = None,
    save_map: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Keep what --map and answers said, for later."),
    ] = None,
    parties: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Who there is: a programme, a plan, or a file with parties. Owners are held "
            "against them. Default: the programme beside the plan.",
        ),
    ] = None,
    term: Annotated[
        list[str] | None,
        typer.Option(
            metavar="TERM",
            help="The term of ratings and comments, such as 'autumn 2017'. With --history one for "
            "each paper.",
        ),
    ] = None,
    history: Annotated[
        bool,
        typer.Option(
            "--history",
            help="The documents are papers of one plan, from the oldest to the newest: a version "
            "for each, and a page on what changed between them without being said.",
        ),
    ] = False,
    dated: Annotated[
        list[str] | None,
        typer.Option(
            metavar="DATE",
            help="With --history: the day of each paper. Default: the day after its term.",
        ),
    ] = None,
    git: Annotated[
        bool,
        typer.Option(
            "--git", help="With --history: a repository with a commit on the day of each paper."
        ),
    ] = False,
    track: Annotated[
        Track | None,
        typer.Option(help="Where Word has recorded changes: take them as made, or as undone."),
    ] = None,
    allow_unmapped: Annotated[
        bool, typer.Option("--allow-unmapped", help="Write the plan though text is left over.")
    ] = False,
    plan_id: Annotated[
        str | None, typer.Option("--id", metavar="ID", help="The plan's id. Default: by its title.")
    ] = None,
    title: Annotated[
        str | None, typer.Option(metavar="TEXT", help="The plan's title. Default: the document's.")
    ] = None,
    force: Force = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show the import report, and write nothing.")
    ] = False,
) -> None:  # fmt: skip
    """Make a plan from a document. Its words stay; what is missing is not filled in.

    It first shows what it read: rows, themes, ticks, money, and what became of every character.
    With text left over nothing is written, unless you allow that. Several documents become several
    plans; with --history, versions of one.

    \b
    Examples:
      planctl import plan.docx                            look only
      planctl import plan.docx -o plans/                  write the plan
      planctl import plan.xlsx --map 'Who=responsible' -o plans/
      planctl import plan.xlsx --term 'autumn 2017' -o plans/reading.yaml
      planctl import a.docx b.docx --history --term '2017 Q3' --term '2017 Q4'
    """
    from planctl.transfer import Wanted, wishes_in  # noqa: PLC0415 - help does not need it

    if not history:
        refuse_output(output)
    terms = tuple(map(term_called, term or ()))
    wanted = Wanted(
        wishes=wishes_in(mapping or ()),
        programme=programme_beside(output),
        parties=parties_given(parties),
        track=track.value if track else "",
        plan_id=id_given(plan_id or "", output),
        title=title or "",
    )
    target = Target(
        output, is_trial=dry_run, allows_unmapped=allow_unmapped, replaces=force, maps_to=save_map
    )
    if history:
        import_history(papers_of(files, terms, dated or ()), wanted, target, with_git=git)
    else:
        refuse_options(dated=dated, git=git)
        import_each(files, replace(wanted, term=only_term(terms)), target)
