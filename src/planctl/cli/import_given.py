"""What `planctl import` is given besides documents: terms, parties, and where plans go."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from planctl.errors import PlanctlError, WrongValueError

if TYPE_CHECKING:
    from planctl.model import Party, Period, Programme
    from planctl.transfer import Imported


class SamePlaceError(PlanctlError):
    """Two documents that would become one file."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Two of the documents would be written to {path}. Nothing was written: import them "
            "one at a time, each with an --id of its own or into its own folder."
        )


class UnheardError(PlanctlError):
    """A wish for a heading that no document bears."""

    def __init__(self, wish: str, headings: tuple[str, ...]) -> None:
        from planctl.findings import did_you_mean  # noqa: PLC0415 - help does not need it

        near = did_you_mean(wish.rpartition("=")[0], headings)
        hint = f" Did you mean '{near}'?" if near else ""
        named = ", ".join(f"'{one}'" for one in headings)
        there = f"The headings are {named}." if named else "No table with headings was found."
        super().__init__(f"--map {wish!r} names a heading that is not there.{hint} {there}")


@dataclass(frozen=True, slots=True)
class Target:
    """Where plans go and on what terms: `is_trial` writes nothing, `maps_to` keeps the answers."""

    output: Path | None
    is_trial: bool = False
    allows_unmapped: bool = False
    replaces: bool = False
    maps_to: Path | None = None

    @property
    def written(self) -> Path | None:
        """Where something is written; None where nothing is to be."""
        return None if self.is_trial else self.output


def term_called(term: str) -> "Period":
    """The term of that name. Raises WrongValueError."""
    from planctl.transfer import period_called  # noqa: PLC0415 - help does not need it

    if found := period_called(term):
        return found
    raise WrongValueError("--term", term, "Write a term such as 'autumn 2017' or '2017-18 Q2'.")


def only_term(terms: "tuple[Period, ...]") -> "Period | None":
    """The one term of documents that are no papers of one plan. Raises WrongValueError."""
    if len(terms) > 1:
        remedy = "Name one term, or say --history for papers of several terms."
        raise WrongValueError("--term", str(terms[1]), remedy, "is a second term")
    return terms[0] if terms else None


def is_folder(output: Path) -> bool:
    """Whether plans go into a folder of that name, and not into one file."""
    return output.is_dir() or output.suffix not in {".yaml", ".yml"}


def refuse_unheard(every: "Sequence[Imported]") -> None:
    """Raises UnheardError for a wish that is of no heading in any of the documents."""
    first = every[0].borne.unheard if every else ()
    for wish in first:
        if all(wish in one.borne.unheard for one in every):
            headings = tuple(dict.fromkeys(name for one in every for name in one.borne.headings))
            raise UnheardError(wish.written, headings)


def why_not_written(every: "Sequence[Imported]") -> str:
    """What keeps the plans from being written, and what to do."""
    is_asked = any(one.doubts or one.untold or one.undated or one.unlabelled for one in every)
    if is_asked or any(one.account.unmapped or one.account.unread for one in every):
        told = "Answer what is asked above, or say" if is_asked else "Say"
        return f"Nothing was written. {told} --allow-unmapped to leave it."
    if any(one.loaded.record is None for one in every):
        return "Nothing was written: the plan does not load yet."
    return "Nothing was written: no table of actions was found."


def refuse_output(output: Path | None) -> None:
    """Raises WrongValueError for a file that is no plan's."""
    if output is not None and is_folder(output) and output.is_file():
        raise WrongValueError("-o", str(output), "-o takes a .yaml file or a folder.")


def id_given(plan_id: str, output: Path | None) -> str:
    """The plan's id that was asked for, or else that of its file. Raises WrongValueError."""
    from planctl.loading.hints import of_id  # noqa: PLC0415 - help does not need it
    from planctl.model.values import is_id  # noqa: PLC0415 - as above

    if plan_id and not is_id(plan_id):
        remedy = "Use small letters, digits and single hyphens, such as parental-partnership."
        raise WrongValueError("--id", plan_id, f"{of_id(plan_id)}{remedy}", "is not an id")
    return plan_id or _id_given_by(output)


def _id_given_by(output: Path | None) -> str:
    """The id that the name of the plan's file gives."""
    return "" if output is None or is_folder(output) else output.stem


def programme_beside(output: Path | None) -> "Programme | None":
    """The programme of the folder that the plan goes to, where it has one that loads."""
    from planctl.loading import load_programme  # noqa: PLC0415 - help does not need it
    from planctl.source import read_file  # noqa: PLC0415 - as above
    from planctl.workspace.places import programme_for, workspace_of  # noqa: PLC0415 - as above

    if output is None:
        return None
    target = output / "plan.yaml" if is_folder(output) else output
    if not target.parent.is_dir():
        return None
    path = programme_for(target, workspace_of(target))
    return load_programme(read_file(path, path.as_posix())).record if path else None


def parties_given(path: Path | None) -> "tuple[Party, ...]":
    """The parties of the file; none without one."""
    from planctl.transfer import parties_in  # noqa: PLC0415 - help does not need it

    return parties_in(path) if path else ()
