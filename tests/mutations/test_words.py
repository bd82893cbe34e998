"""Slips of the pen: words that no list has, placeholders, and what YAML makes of signs."""

TERM = ("updates", "2017-18 autumn")


def test_a_mutation_is_found_and_nothing_else(mutation):
    assert mutation.outcome == (mutation.new, mutation.gone)


def word_that_no_list_has(it):
    path, word = it.one_of((
        (("status",), "draught"),
        (("kind",), "priority_plan"),
        ((*it.row("2.1a").path, *TERM, "rating"), "grene"),
        ((*it.row("2.6a").path, *TERM, "stage"), "in_progres"),
        ((*it.row("2.1b").path, *TERM, "cause"), "weather"),
        ((*it.row("2.1f").path, "schedule", "Year 1"), "pilt"),
    ))  # fmt: skip
    it.replace(*path, value=word)
    it.expects("not-in-vocabulary", *path, *(("phase",) if "schedule" in path else ()))


def field_that_is_misspelt(it):
    row, field = it.one_of((("2.2a", "responsible"), ("2.1d", "schedule"), ("2.5a", "title")))
    value = "Of the group"
    it.set(*it.row(row).path, f"{field[:4]}{field[5:]}", value=value)
    it.expects("unknown-field", *it.row(row).path, f"{field[:4]}{field[5:]}")


def day_that_no_calendar_has(it):
    row = it.pick(lambda action: action.updates)
    it.replace(*row.path, *TERM, "date", value="2017-11-31")
    it.expects("bad-date", *row.path, *TERM, "date")


def row_without_its_text(it):
    row = it.pick(lambda action: action.text)
    it.remove(*row.path, "text")
    it.expects("missing-field", *row.path)


def comment_that_only_keeps_a_place(it):
    row = it.pick(lambda action: action.updates)
    it.replace(*row.path, *TERM, "comment", value=it.one_of(("TBC", "N/A", "to be confirmed", "?")))
    it.expects("placeholder", *row.path, *TERM, "comment")


def success_that_only_keeps_a_place(it):
    row = it.pick(lambda action: action.ref)
    it.set(*row.path, "success", value=["To be agreed."])
    it.expects("placeholder", *row.path, "success", 0)
    it.clears("no-success-measure", *row.path)


def text_cut_by_a_number_sign(it):
    row = it.row(it.one_of(("2.1d", "2.1h", "2.3a", "ii", "iv", "v")))
    it.write(*row.path, "text", text="Carry out action #2 of the first plan.")
    it.expects("text-lost-to-comment", *row.path, "text")


def remark_inside_a_text(it):
    row = it.row(it.one_of(("2.1b", "2.4c", "2.6a")))
    it.write(*row.path, "text", text=">-\n          # ask the group first")
    it.expects("prose-looks-like-comment", *row.path, "text")


def reference_without_its_quotes(it):
    number = it.one_of(range(6))
    it.write("themes", number, "ref", text=f"2.{number + 1}0")
    it.expects("ambiguous-scalar", "themes", number, "ref")


def text_said_otherwise(it):
    row = it.pick(lambda action: action.text)
    it.replace(*row.path, "text", value="Tell parents what there is for them, in plain words.")


def comment_for_editors_added(it):
    row = it.row(it.one_of(("2.1d", "2.3a")))
    it.write(*row.path, "text", text="Carry out the audit. # agreed in June")


def theme_called_otherwise(it):
    number = it.one_of(range(6))
    it.replace("themes", number, "title", value="Families and schools")


KINDS = {
    word_that_no_list_has: 4,
    field_that_is_misspelt: 1,
    day_that_no_calendar_has: 1,
    row_without_its_text: 1,
    comment_that_only_keeps_a_place: 2,
    success_that_only_keeps_a_place: 1,
    text_cut_by_a_number_sign: 2,
    remark_inside_a_text: 1,
    reference_without_its_quotes: 2,
    text_said_otherwise: 2,
    comment_for_editors_added: 1,
    theme_called_otherwise: 1,
}
