"""What stands where nobody is named for an action: who stands in, and when a name was promised."""

from planctl.model import Row
from planctl.progress import awaits_responsible
from planctl.report.occasion import Occasion
from planctl.report.phrases import long_date


def nobody_named(row: Row, report: Occasion) -> str:
    """That nobody is named for the row, and what is known of that; empty where somebody is."""
    if row.responsible and not awaits_responsible(row):
        return ""
    return _promised(row, _stood_in(row, report), report)


def _stood_in(row: Row, report: Occasion) -> str:
    """That nobody is named, with those above who stand in."""
    words = report.words
    nobody = words.say("nobody_named")
    parties = "; ".join(report.short_party(one.party) for one in row.responsible)
    if not parties:
        return nobody
    if row.parent and row.parent.action.ref:
        parent = row.parent.action.ref
        return words.say("nobody_named_above", nobody=nobody, parent=parent, parties=parties)
    return words.say("nobody_named_theme", nobody=nobody, parties=parties)


def _promised(row: Row, nobody: str, report: Occasion) -> str:
    """The same with the day by which a name is to follow, and how long ago that was."""
    words, promised = report.words, row.action.responsible_to_follow_by
    if promised is None:
        return nobody
    day, ago = long_date(promised, words), (report.as_of - promised).days
    if ago > 0:
        return words.count("nobody_late", ago, nobody=nobody, day=day)
    return words.say("nobody_by", nobody=nobody, day=day)
