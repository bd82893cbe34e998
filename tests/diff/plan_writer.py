"""Writes plans by chance: of all fields, in kind and in unkind words."""

import random

SENTENCES = (
    "Open a homework club in each of the three libraries", "Train forty volunteers to read aloud",
    "Write home in plain words every half-term", "Visit every family before the first school day",
    "Print the handbook in six languages", "Agree one date for all open evenings",
    "Lend tablets to families without the internet", "Ask parents what keeps them from coming",
    "Open a homework club in each of the four libraries", "Review the training of last spring",
    "Appoint a link governor for attendance", "Publish what the survey of pupils found",
)  # fmt: skip
WORDS = ("club", "school", "every", "some", "all", "parents", "library", "12", "read", "naïve")
HOSTILE = (
    "e\u0301cole", "שלום לכולם", "\u200fسلم\u200f", "zero\u200bwidth\u200djoiner", "x" * 300,
    "‘curly’ “quotes” – dash", "👩‍👩‍👧 ✓ ½ ﬁ ß İ", "a\u0300\u0301\u0302", "- a list #1",
    "two\nlines", "null", "2.10", "ﷺ", "a|b <c> @d", "\ufeff",
)  # fmt: skip


class Writer:
    """Writes plans, and whatever may stand in one, always the same for one seed."""

    def __init__(self, seed, own_words):
        self.random = random.Random(seed)  # noqa: S311 - to be unlike, not secret
        self.own_words = own_words

    def chance(self, one_in=3):
        return self.random.randrange(one_in) == 0

    def one_of(self, *given):
        return self.random.choice(given)

    def text(self):
        unkind = (*HOSTILE, *self.own_words)
        written = self.one_of(
            self.one_of(*SENTENCES), self.one_of(*SENTENCES), self.one_of(*unkind),
            f"{self.one_of(*SENTENCES)} {self.one_of(*WORDS)} {self.one_of(*unkind)}",
            " ".join(self.random.choices(WORDS, k=self.random.randint(1, 6))),
        )  # fmt: skip
        return written if written.strip() else "blank"

    def title(self):
        return self.text()[:60].strip() or "blank"

    def many(self, what, most):
        return [what() for _ in range(self.random.randint(0, most))]

    def texts(self):
        return self.many(self.text, 2)

    def day(self):
        return self.one_of("2017-12-31", "2018-01-25", "2018-07-20", "2019-07-20")

    def deadline(self):
        return self.one_of(self.day(), "early 2018", "spring 2018", "when the money comes")

    def ref(self):
        return self.one_of("2.1a", "2.1b", "2.1c", "2.2a", "2.2b", "K1", "i")

    def uid(self):
        return self.one_of("homework-club", "volunteers", "open-evening", "handbook")

    def party(self):
        return self.one_of("library", "schools", "The Library", "somebody else")

    def number(self):
        return self.one_of("61", "65.50", "0", "-5", "70", "1200")

    def money(self):
        return self.one_of("12000", "24000", "0.50", "24000.10")

    def rating(self):
        return self.one_of("red", "amber", "green")

    def by_name(self, names, what, most=2):
        return {self.one_of(*names): what() for _ in range(self.random.randint(0, most))}

    def by_term(self, what):
        return self.by_name(("2017-18 autumn", "2017-18 spring", "2018-19 autumn"), what)

    def by_year(self, what):
        return self.by_name(("Year 1", "Year 2", "Year 3"), what, most=3)

    def some(self, needed, optional):
        """The fields that are needed, and some of the others."""
        named = {name: what() for name, what in optional.items() if self.chance()}
        return needed | named

    def entry(self, needed, optional):
        """The same with what every entry may have."""
        own = {"own": lambda: self.by_name(("ward", "band"), self.text),
               "source": lambda: {"line": self.text()}}  # fmt: skip
        return self.some(needed, own if self.chance(4) else {}) | self.some({}, optional)

    def owners(self):
        more = {"role": lambda: self.one_of("lead", "supporter"), "note": self.text}
        return self.many(lambda: self.some({"party": self.party()}, more), 2)

    def score(self):
        return {"likelihood": self.one_of("2", "4"), "impact": "3"}

    def phase(self):
        return self.some({}, {"phase": lambda: self.one_of("pilot", "roll-out"), "note": self.text})

    def next_step(self):
        kept = {"due": self.deadline, "kept": lambda: self.one_of("done", "part", "not_done")}
        return self.some({"text": self.text()}, kept)

    def update(self):
        return self.entry({}, {
            "rating": self.rating, "stage": lambda: self.one_of("in_progress", "complete"),
            "percent": lambda: self.one_of("10", "40"), "comment": self.text, "by": self.party,
            "expected": self.deadline, "date": self.day, "evidence": self.texts,
            "next_steps": lambda: self.many(self.next_step, 2),
            "verified": lambda: self.some({"rating": self.rating()}, {"note": self.text}),
        })  # fmt: skip

    def evidence(self):
        return self.entry(
            {"title": self.text()},
            {"id": self.ref, "date": self.day, "sample": self.text, "locator": self.text},
        )

    def milestones(self):
        return self.entry(
            {"text": self.text()},
            {"ref": self.ref, "due": self.deadline, "responsible": self.owners,
             "done_on": self.day},
        )  # fmt: skip

    def success(self):
        return self.entry(
            {"text": self.text()},
            {"state": lambda: self.one_of("met", "not_met"),
             "evidence": lambda: self.many(self.evidence, 1)},
        )  # fmt: skip

    def actions(self, depth=1):
        below = {"sub_actions": lambda: self.many(lambda: self.actions(0), 2)} if depth else {}
        return self.entry({"text": self.text()}, below | {
            "ref": self.ref, "uid": self.uid, "title": self.title, "notes": self.texts,
            "responsible": self.owners, "schedule": lambda: self.by_year(self.phase),
            "due": self.deadline, "evidence": lambda: self.many(self.evidence, 2),
            "success": lambda: self.many(self.success, 2), "completed_on": self.day,
            "milestones": lambda: self.many(self.milestones, 2),
            "updates": lambda: self.by_term(self.update), "kpis": lambda: ["K1"],
            "revised": lambda: [self.some({"date": self.deadline()}, {"change": self.ref})],
            "closure": lambda: {"reason": self.one_of("done", "superseded")},
        })  # fmt: skip

    def themes(self):
        needed = {"title": self.title(), "actions": self.many(self.actions, 4)}
        return self.entry(needed, {
            "ref": self.ref, "uid": self.uid, "text": self.text, "outcome": self.text,
            "responsible": self.owners, "milestones": lambda: self.many(self.milestones, 1),
            "kind": lambda: "generic",
        })  # fmt: skip

    def target(self):
        kind = self.one_of("absolute", "at_least", "at_most", "change")
        return {"kind": kind, "value": self.number()}

    def figure(self):
        return self.some({"value": self.number()}, {"text": self.text})

    def kpis(self):
        return self.entry({"title": self.title()}, {
            "ref": self.ref, "uid": self.uid, "owner": self.party, "unit": self.title,
            "better": lambda: self.one_of("higher", "lower", "band"), "baseline": self.figure,
            "status": lambda: self.one_of("to_follow", "withdrawn"), "to_follow_by": self.day,
            "targets": lambda: self.by_year(self.target), "declared_total": self.number,
            "actuals": lambda: self.by_term(lambda: {"value": self.number()}),
            "tolerance": lambda: self.one_of("1", "2"), "definition": self.text,
        })  # fmt: skip

    def commitments(self, depth=1):
        below = {"children": lambda: self.many(lambda: self.commitments(0), 2)} if depth else {}
        more = {"ref": self.ref, "group": self.party, "targets": self.texts}
        return self.entry({"statement": self.text()}, below | more)

    def recommendations(self):
        graded = {"explanation": self.text, "evidence": self.texts}
        return self.entry({"text": self.text()}, {
            "ref": self.ref, "origin": self.text, "responsible": self.owners,
            "sub_points": lambda: self.many(lambda: {"text": self.text()}, 2),
            "response": lambda: {"decision": self.one_of("accepted", "rejected")},
            "assessments": lambda: self.by_term(lambda: self.some({}, graded)),
        })  # fmt: skip

    def risks(self):
        return self.entry({"text": self.text()}, {
            "ref": self.ref, "cause": self.text, "owner": self.party, "inherent": self.score,
            "reviews": lambda: self.by_term(self.score), "review_by": self.deadline,
        })  # fmt: skip

    def outcomes(self):
        return self.entry({"text": self.text()}, {"ref": self.ref, "kpis": lambda: ["K1"]})

    def parties(self):
        needed = {"id": self.one_of("library", "schools"), "name": self.text()}
        return self.entry(needed, {"aliases": self.texts, "to": self.day})

    def funding(self):
        needed = {"period": self.one_of("Year 1", "Year 2"), "amount": self.money()}
        return self.entry(needed, {"note": self.text, "spent": self.money})

    def changes(self):
        return self.entry({"target": self.ref()}, {
            "id": self.ref, "field": lambda: self.one_of("text", "due", "schedule"),
            "from": self.texts, "to": self.texts, "decided_by": self.party, "minute": self.text,
            "date": self.day,
        })  # fmt: skip

    def approvals(self):
        more = {"by": self.party, "date": self.day, "minute": self.text}
        return self.entry({"role": self.text()}, more)

    def engagement(self):
        return self.entry({"event": self.text()}, {"method": self.text, "date": self.day})

    def documents(self):
        needed = {"id": self.one_of("minutes", "handbook"), "role": "minutes"}
        return self.entry(needed, {"title": self.title, "expected": lambda: "3"})

    def head(self):
        """What a plan says of itself."""
        return {
            "ref": lambda: "2", "status": lambda: self.one_of("live", "draft"), "aim": self.text,
            "diagnosis": lambda: self.many(lambda: {"text": self.text()}, 2), "group": self.party,
            "declared_total": self.money, "kpi_note": self.text, "vision": self.text,
            "glossary": lambda: self.by_name(("EAL", "FSM"), self.text),
            "narrative": lambda: self.many(lambda: {"text": self.text()}, 2),
            "reports": lambda: self.by_term(lambda: {"summary": self.text()}),
            "links": lambda: [{"group": self.party()}],
        }  # fmt: skip

    def plan(self):
        lists = {
            name: lambda name=name: self.many(getattr(self, name), 3)
            for name in ("kpis", "commitments", "recommendations", "risks", "outcomes", "parties",
                         "funding", "changes", "approvals", "engagement", "documents")
        }  # fmt: skip
        needed = {
            "format": "planctl/1", "id": "plan", "title": self.title(), "calendars": ["academic"],
            "period": {"from": "2017-09-01", "to": "2020-08-31"},
            "themes": self.many(self.themes, 3),
        }  # fmt: skip
        return self.entry(needed, self.head() | lists)
