"""Forms, late forms, edits of the plan and merges in any order: no answer gets lost.

PLANCTL_TEST_EXAMPLES=500 runs it longer.
"""

import os
import shutil
import tempfile

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, rule

from planctl.transfer.collecting.asked import Kind, PlanTerm, all_asked
from planctl.transfer.collecting.standing import standing
from tests.transfer.collecting.round_made import Round, edited, filled, plan_text

pytestmark = pytest.mark.thorough
EXAMPLES = int(os.environ.get("PLANCTL_TEST_EXAMPLES", "8"))
MEANT: dict[str, dict[str, str | None]] = {
    "rating": {"Green": "Green", "amber": "Amber", "R": "Red", "Amber-ish": "Amber",
               "Purple": None, "=1+1": None},
    "comment": {"One": "One", "Two\nlines": "Two\nlines", "Three": "Three", "=A1": None},
    "path_to_green": {"Ask again": "Ask again", "Move": "Move"},
    "evidence": {"Register": "Register", "Register\nMinutes": "Register\nMinutes"},
    "next_steps": {"Visit by 30 June 2018": "Visit by 30 June 2018",
                   "- Visit by 30/06/2018\n- Ask": "Visit by 30 June 2018\nAsk"},
    "kept": {"yes": "yes", "partly": "part", "No": "no", "perhaps": None},
    "stage": {"Yes": "yes", "paused": "paused"},
}  # fmt: skip
"""What officers type, and what it means; None where it cannot be used."""
GOOD = [(name, typed) for name, words in MEANT.items() for typed in words if words[typed]]
BAD = [(name, typed) for name, words in MEANT.items() for typed in words if not words[typed]]
TYPED = st.sampled_from([*GOOD * 4, *BAD])
TAKES = st.sampled_from(["", "theirs", "ours"])
REFS = st.sampled_from(["0.0", "0.1"])


class Form:
    """A form on its way: its bytes, what it was made from, and what was done to it."""

    def __init__(self, blank, made, refs, before=()):
        self.blank, self.made, self.refs = blank, made, list(refs)
        self.typed, self.doings = {}, list(before)

    def copied(self):
        other = Form(self.blank, self.made, self.refs, self.doings)
        other.typed = dict(self.typed)
        return other

    @property
    def content(self):
        """The file as it comes back; opened and saved once."""

        def do_all(page, cells):
            for doing in self.doings:
                doing(page, cells)

        return edited(self.blank, do_all)

    def fill(self, ref, name, typed):
        self.typed[ref, name] = typed

        def put(page, cells):
            page[cells[ref][name]].value = typed

        self.doings.append(put)

    def swap(self):
        first, second = self.refs

        def change(page, cells):
            for name, address in cells[first].items():
                other = page[cells[second][name]]
                page[address].value, other.value = other.value, page[address].value
            cells[first], cells[second] = cells[second], cells[first]

        self.doings.append(change)

    def delete(self, ref):
        self.refs.remove(ref)
        self.typed = {key: text for key, text in self.typed.items() if key[0] != ref}

        def blank_out(page, cells):
            for address in cells[ref].values():
                page[address].value = None

        self.doings.append(blank_out)


class TheRound(RuleBasedStateMachine):
    forms = Bundle("forms")

    @initialize()
    def begin(self):
        self.folder = tempfile.mkdtemp()
        self.round = Round(self.folder, plan_text(1, 2))

    def teardown(self):
        shutil.rmtree(self.folder, ignore_errors=True)

    def stands(self):
        """What the plan says, by ref and field."""
        asked = all_asked([PlanTerm(self.round.plan(), self.round.term())])
        return {
            (one.name, name): text
            for one in asked
            for name, text in standing(one, Kind.UPDATES).items()
        }

    @rule(target=forms, said=st.lists(TYPED, max_size=5, unique_by=lambda one: one[0]), ref=REFS)
    def prepare(self, said, ref):
        """A form goes out, and is begun."""
        form = Form(self.round.forms()["team-0"], self.stands(), ["0.0", "0.1"])
        for name, typed in said:
            form.fill(ref, name, typed)
        return form

    @rule(target=forms, form=forms)
    def copy(self, form):
        return form.copied()

    @rule(form=forms, number=st.sampled_from([0, 1]), said=TYPED)
    def fill(self, form, number, said):
        if number < len(form.refs):
            form.fill(form.refs[number], *said)

    @rule(form=forms)
    def reorder(self, form):
        if len(form.refs) > 1:
            form.swap()

    @rule(form=forms)
    def delete_a_row(self, form):
        if len(form.refs) > 1:
            form.delete(form.refs[-1])

    @rule(form=forms, said=st.sampled_from(GOOD), take=TAKES)
    def come_late(self, form, said, take):
        """Somebody says something of an action of the form before the form is merged."""
        if form.typed:
            (ref, name), typed = next(reversed(form.typed.items()))
            other = said[1] if said[0] == name else next(iter(MEANT[name]))
            self.edit_the_plan(ref, (name, other if other != typed else [*MEANT[name]][1]))
        self.merge([form], take)

    @rule(ref=REFS, said=TYPED)
    def edit_the_plan(self, ref, said):
        """Somebody else's answer comes in by another way: a form of this very moment."""
        name, typed = said
        if MEANT[name][typed] is not None:
            form = self.round.forms()["team-0"]
            self.round.merged(filled(form, {ref: {name: typed}}), writes=True)
            assert self.stands()[ref, name] == MEANT[name][typed]

    @rule(chosen=st.lists(forms, min_size=1, max_size=3), take=TAKES)
    def merge(self, chosen, take):
        sent = list({id(form): form for form in chosen}.values())
        before, raw = self.stands(), self.round.file.read_bytes()
        takes = {"all": take} if take else {}
        outcome = self.round.merged(*(form.content for form in sent), takes=takes, writes=True)
        after = self.stands()
        if not outcome.is_clean:
            assert self.round.file.read_bytes() == raw
        said_of = {one.said.key for one in outcome.conflicts} | {*outcome.left}
        said_of |= {one.key for one in outcome.remarks if one.blocks}
        assert all(one.said.cell.address and one.said.cell.sheet for one in outcome.conflicts)
        assert all(one.cell for one in outcome.remarks if one.blocks)
        self.nothing_is_overwritten(sent, before, after, take)
        if outcome.is_clean:
            self.every_answer_is_in_the_plan_or_named(sent, after, said_of)

    def nothing_is_overwritten(self, sent, before, after, take):
        """What changed in the plan is an answer of someone who had seen what stood there."""
        for key, text in after.items():
            if text == before.get(key):
                continue
            had_seen = [
                form for form in sent
                if MEANT[key[1]].get(form.typed.get(key)) == text
                and (take == "theirs" or form.made.get(key) == before.get(key))
            ]  # fmt: skip
            assert had_seen, f"{key} became {text!r} and was {before.get(key)!r}"

    def every_answer_is_in_the_plan_or_named(self, sent, after, said_of):
        for form in sent:
            for key, typed in form.typed.items():
                meant = MEANT[key[1]][typed]
                is_new = typed != form.made.get(key)
                if is_new and after.get(key) != meant:
                    assert f"reading/{key[0]}.{key[1]}" in said_of, (key, typed)


TestNoLostUpdate = TheRound.TestCase
TestNoLostUpdate.settings = settings(
    max_examples=EXAMPLES,
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
