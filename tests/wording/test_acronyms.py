"""Abbreviations are found, and so is what spells them out."""

import pytest

from planctl.wording.acronyms import acronyms, spelt_out


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Form a network of PSAs, and one of NEETs'.", ("PSA", "NEET")),
        ("MCLS/DWP, the (FSD) and R&D; DfE, NMiTE", ("MCLS", "DWP", "FSD", "R&D", "DfE", "NMiTE")),
        ("KPI's and KPI’s", ("KPI",)),
        ("FSD and FSD", ("FSD",)),
        ("SEND.", ("SEND",)),
        ("A-levels, T levels, McDonald, YouTube, iPad", ()),
        ("Phase II, part IX and XVI", ()),
        ("the UK, the NHS, a PDF", ()),
        ("DO NOT CALL BEFORE TEN", ()),
        ("K1, 2B, x@ABC.org, www.ABC.org, ABC.org, #AB12CD", ()),
        ("VERYLONGWORD", ()),
        ("", ()),
    ],
)
def test_an_abbreviation_has_two_capitals_and_more(text, found):
    assert acronyms(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Make the Family Support Directory (FSD), Family Information Service (FIS), known",
            ["FSD", "FIS"],
        ),
        ("the early help hubs (EHHs)", ["EHH"]),
        ("Special Educational Needs and Disability (SEND)", ["SEND"]),
        ("Not in education, employment or training (NEET)", ["NEET"]),
        ("CPD (continuing professional development) for all", ["CPD"]),
        ("DfE - Department for Education, RSC - Regional Schools Commissioner", ["DfE", "RSC"]),
        ("EAL: English as an additional language", ["EAL"]),
        ("Research & Development (R&D)", ["R&D"]),
        ("the hub of schools (FSD)", []),
        ("schools (MAP)", []),
        ("FSD (see below)", []),
        ("FSD: the directory", []),
        ("FSD", []),
    ],
)
def test_it_is_spelt_out_by_words_that_begin_with_its_letters(text, found):
    assert list(spelt_out(text)) == found
