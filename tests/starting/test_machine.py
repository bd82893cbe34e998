"""What a machine has of what planctl needs."""

from planctl.starting.machine import needs


def nothing_loads(name):
    raise OSError(name)


def anything_loads(name):
    return name


def test_a_machine_that_has_all_lacks_nothing():
    found = needs(anything_loads)
    assert [need.name for need in found] == [
        "Python", "Pango", "Pango for fonts", "HarfBuzz subset", "git", "extra office",
        "extra sign",
    ]  # fmt: skip
    assert [need.name for need in found if need.found is None] == []


def test_what_is_missing_is_named_with_the_way_to_get_it():
    missing = [need for need in needs(nothing_loads, lambda _: None) if need.found is None]
    assert [(need.name, need.is_optional) for need in missing] == [
        ("Pango", False), ("Pango for fonts", False), ("HarfBuzz subset", False), ("git", False),
    ]  # fmt: skip
    assert all("install" in need.remedy for need in missing)
