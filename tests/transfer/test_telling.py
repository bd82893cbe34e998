"""The import report, as the person who wrote the document reads it."""

from pathlib import Path

from planctl.transfer import Wanted, imported, told

MUSIC = Path(__file__).parent / "documents" / "music-for-all.txt"


def test_a_whole_document(golden):
    golden("transfer/music-for-all.txt", "\n".join([*told(imported(MUSIC, Wanted())), ""]))


def test_what_is_asked_and_what_is_left_over(taken, golden):
    text = (
        "Arts plan\n\nRef\tAction\tDate\tZone\tAutumn\tRAG\n1\tVisit\tMay 2019\tNorth\tx\tG\n"
        "2\tLend\tJune 2019\tSouth\tx\tR\n\nOur mascot\tA heron\nPhone\tnone yet\n"
    )
    golden("transfer/asked.txt", "\n".join([*told(taken(text)), ""]))
