"""Invented texts, no two of which are alike, and other wordings of them."""

import random
from collections.abc import Sequence
from typing import Final

from rapidfuzz import fuzz, process

from planctl.wording.similarity import similarity
from planctl.wording.words import words

NOUNS: Final = """
apron badge basket bench bicycle biscuit blanket bottle bridge bucket button cabinet calendar camera
candle canvas carpet castle chapel cinema circus clinic clock compass concert cottage cupboard
curtain diary drum engine envelope exhibition factory farm fence festival fiddle film flag flute
forest fountain gallery garage garden gate glove guitar harbour hedge helmet hospital jacket jigsaw
journal jug kettle keyboard kiosk kitchen ladder lantern laptop laundry leaflet lemon letter library
lighthouse locker lunch magazine map market meadow mirror museum napkin newspaper notebook nursery
oboe office orchard oven package paint paper parcel park pavilion pebble pencil piano picnic pillow
plaza podcast poem pond poster puzzle quarry quilt quiz radio railway recipe river rocket roof rope
rug saddle sandwich scarf seed shed shelf ship shoe shop slide sofa spade stable stamp station
statue stool story studio sunflower swing tablet tailor tapestry teapot telescope temple tent
theatre ticket torch tower toy tractor tray trumpet tunnel umbrella uniform van vase vegetable video
village violin wagon wallet warehouse waterfall wheel whistle window workshop yard zebra zoo
""".split()  # noqa: SIM905 - a list of words is read as text
ADJECTIVES: Final = """
amber ancient blue bold brave bright brisk busy calm cheerful clever cosy curious damp deep dusty
famous fancy fresh friendly frosty fuzzy gentle giant golden grand green grey happy hidden huge icy
humble jolly keen kind lively local lofty loud lucky mellow merry mild modern muddy neat noisy pale
patient polite proud purple quick quiet rapid rare royal rural rusty salty shady sharp shiny silent
silver sleepy smart smooth snowy soft steady sunny sweet swift tall tidy tiny urban vivid warm wild
windy wise witty young zany
""".split()  # noqa: SIM905 - a list of words is read as text
STARTS: Final = """
b c d f g h j k l m n p r s t v w y z br ch cl cr dr fl gr pl qu sh st th tr
""".split()  # noqa: SIM905 - as above
VOWELS: Final = "a e i o u ea oo ai".split()  # noqa: SIM905 - a list of words is read as text
ENDS: Final = """
ck ld m nd ng rk sk x zz by don ham ley ton wick worth
""".split()  # noqa: SIM905 - as above
FIRM: Final = ("Deliver", "Provide", "Publish", "Ensure", "Create")
SOFT: Final = ("Explore", "Consider", "Discuss", "Look at")
APART: Final = 60
"""No two texts of a plan are so alike."""


def name(chosen: random.Random) -> str:
    """An invented name of a place."""
    parts = (STARTS, VOWELS, STARTS, VOWELS, ENDS)
    return "".join(chosen.choice(part) for part in parts).capitalize()


def text(chosen: random.Random) -> str:
    """An invented thing to do, for all of something and for a number of something else."""
    adjectives, nouns = chosen.sample(ADJECTIVES, 5), chosen.sample(NOUNS, 5)
    pairs = [f"{one} {other}" for one, other in zip(adjectives, nouns, strict=True)]
    places = [name(chosen) for _ in range(4)]
    return (
        f"{chosen.choice(FIRM)} all {pairs[0]} {pairs[1]} {places[0]} {places[1]} with "
        f"{chosen.randint(20, 90)} {pairs[2]} {pairs[3]} {places[2]} {pairs[4]} {places[3]}"
    )


def title(chosen: random.Random) -> str:
    """An invented title of a few words."""
    adjectives, nouns = chosen.sample(ADJECTIVES, 2), chosen.sample(NOUNS, 2)
    return f"{adjectives[0]} {nouns[0]} {name(chosen)} {adjectives[1]} {nouns[1]}".capitalize()


class Texts:
    """Texts that are all unlike each other, as many as are asked for."""

    def __init__(self, chosen: random.Random) -> None:
        self.chosen = chosen
        self.known: list[str] = []

    def fresh(self) -> str:
        """A text that is like none before it."""
        while True:
            found = text(self.chosen)
            if self.is_apart(found):
                self.known.append(sorted_words(found))
                return found

    def reworded(self, old: str, least: float, most: float) -> str:
        """The text with other nouns and names, so much like itself, and like no other one."""
        while True:
            found, aim = old, self.chosen.uniform(least, most)
            for at in self.chosen.sample(range(2, len(old.split())), len(old.split()) - 2):
                found = self._with_other(found, at)
                if similarity(old, found) <= aim:
                    break
            if least <= similarity(old, found) <= most and self.is_apart(found, beside=old):
                self.known.append(sorted_words(found))
                return found

    def is_apart(self, given: str, beside: str = "") -> bool:
        """Whether the text is like none that is known, but the one named."""
        own = sorted_words(beside)
        known: Sequence[str] = [one for one in self.known if one != own] if beside else self.known
        score = fuzz.ratio
        return not process.extractOne(
            sorted_words(given), known, scorer=score, score_cutoff=APART - 1
        )

    def _with_other(self, given: str, at: int) -> str:
        parts = given.split()
        if parts[at] == "with" or parts[at].isdigit():
            return given
        for kind in (NOUNS, ADJECTIVES):
            if parts[at] in kind:
                parts[at] = self.chosen.choice([one for one in kind if one not in parts])
                return " ".join(parts)
        parts[at] = name(self.chosen)
        return " ".join(parts)


def sorted_words(given: str) -> str:
    """The words of the text in the order of the alphabet."""
    return " ".join(sorted(words(given)))
