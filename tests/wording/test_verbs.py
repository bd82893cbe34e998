"""What a text asks for is told by its verbs."""

import pytest

from planctl.wording.verbs import is_instruction, is_question, several_verbs, vague_opening


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Encourage reading at home", "encourage"),
        ("To promote the directory", "promote"),
        ("Raise awareness of the hub", "raise awareness"),
        ("Work closely with schools", "work closely"),
        ("Support schools' improvement", "support"),
        ("Help families read", "help"),
        ("Support for families", None),
        ("Support services for all", None),
        ("Open a club", None),
        ("Reading", None),
        ("Promotion of the directory", None),
        ("Supported reading", None),
        ("", None),
    ],
)
def test_an_opening_is_vague_when_nobody_can_say_that_it_is_done(text, verb):
    assert vague_opening(text) == verb


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("Open a club and train volunteers", ("open", "train")),
        ("Open a club, train volunteers and then write to parents", ("open", "train", "write")),
        ("Find a room. Ask parents.", ("find", "ask")),
        ("Form a group; identify gaps", ()),
        ("Review and update the list", ()),
        ("Offer training and support to parents", ()),
        ("Offer a room and support the schools", ("offer", "support")),
        ("Once an audit is done, deliver courses", ()),
        ("Open clubs in schools and libraries", ()),
        ("Schools and libraries", ()),
        ("", ()),
    ],
)
def test_a_text_asks_for_several_things_by_several_verbs(text, verbs):
    assert several_verbs(text) == verbs


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("What do parents want?", True),
        ("“What do parents want?”", True),
        ("(Do we need it?)", True),
        ("Ask parents what they want?", False),
        ("What do parents want? Find out.", False),
        ("Find out", False),
        ("", False),
    ],
)
def test_a_question_is_one_unless_it_says_what_to_do(text, asks):
    assert is_question(text) is asks


@pytest.mark.parametrize(
    "name",
    [
        "Head Start to collate information",
        "Heads will report",
        "Schools need to agree",
        "Contact all schools",
        "See above",
        "Officer to be appointed",
        "Liaise with health",
    ],
)
def test_what_is_to_be_done_is_no_name(name):
    assert is_instruction(name)


@pytest.mark.parametrize(
    "name",
    [
        "School to School Support",
        "Birth to five team",
        "School to work adviser",
        "Will Power Trust",
        "Support services",
        "Review board",
        "Contact centre",
        "Lead officer",
        "Library",
        "Named officer, 2.1d",
        "",
    ],
)
def test_a_name_is_one_though_it_has_verbs_in_it(name):
    assert not is_instruction(name)
