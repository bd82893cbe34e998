"""The folder that remembers: whole entries or none, within bounds, and never a failure."""

import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from planctl.printing.store import Store, user_store

KEY, OTHER, THIRD = "a" * 64, "b" * 64, "c" * 64


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "reports")


def entry(store, key):
    return store.folder / key[:2] / key[2:]


def held(store, *keys):
    return [store.get(key) for key in keys]


def test_what_was_put_is_found_under_its_key(store):
    store.put(KEY, b"one")
    store.put(OTHER, b"")
    assert held(store, KEY, OTHER, THIRD) == [b"one", b"", None]


def test_the_newer_content_takes_the_place_of_the_older(store):
    store.put(KEY, b"one")
    store.put(KEY, b"two")
    assert held(store, KEY) == [b"two"]


@pytest.mark.parametrize(
    "damage",
    [
        lambda whole: whole[:-1],
        lambda whole: whole + b"x",
        lambda whole: whole[:-1] + b"x",
        lambda whole: whole[:0],
        lambda whole: b"x" + whole[1:],
    ],
)
def test_a_damaged_entry_is_not_there_and_goes(store, damage):
    store.put(KEY, b"one")
    path = entry(store, KEY)
    path.write_bytes(damage(path.read_bytes()))
    assert (held(store, KEY), path.exists()) == ([None], False)
    store.put(KEY, b"one")
    assert held(store, KEY) == [b"one"]


def test_an_entry_under_the_key_of_another_is_not_there(store):
    store.put(KEY, b"one")
    store.put(OTHER, b"two")
    entry(store, KEY).replace(entry(store, OTHER))
    assert held(store, KEY, OTHER) == [None, None]


def test_the_folder_is_for_its_user_alone_and_says_what_it_is(store):
    store.put(KEY, b"one")
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (store.folder, entry(store, KEY))]
    assert modes == [0o700, 0o600]
    assert (store.folder / ".gitignore").read_text("utf-8") == "*\n"
    tag = (store.folder / "CACHEDIR.TAG").read_text("utf-8")
    assert tag.startswith("Signature: 8a477f597d28d172789f06886806bc55\n")


def test_what_was_not_asked_for_longest_goes_first(tmp_path):
    store = Store(tmp_path, limit=2000)
    for age, key in enumerate((KEY, OTHER, THIRD)):
        store.put(key, b"x" * 700)
        os.utime(entry(store, key), (1000 + age, 1000 + age))
    store.get(KEY)
    store.trim()
    assert held(store, KEY, OTHER, THIRD) == [b"x" * 700, None, b"x" * 700]


def test_what_is_larger_than_the_store_is_not_kept(tmp_path):
    store = Store(tmp_path, limit=100)
    store.put(KEY, b"x" * 100)
    assert held(store, KEY) == [None]


def test_within_its_bounds_nothing_goes_but_parts_that_were_left(store):
    store.put(KEY, b"one")
    left, fresh = (entry(store, KEY).with_name(name) for name in ("left.part", "fresh.part"))
    for path in (left, fresh):
        path.write_bytes(b"half")
    os.utime(left, (1000, 1000))
    store.trim()
    assert (held(store, KEY), left.exists(), fresh.exists()) == ([b"one"], False, True)


def test_a_folder_that_cannot_be_made_remembers_nothing(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    store = Store(tmp_path / "file" / "reports")
    store.put(KEY, b"one")
    store.trim()
    assert held(store, KEY) == [None]


def test_several_may_put_and_ask_at_once(store):
    contents = [bytes([number]) * 100_000 for number in range(20)]
    with ThreadPoolExecutor(8) as several:
        seen = list(several.map(lambda one: (store.put(KEY, one), store.get(KEY))[1], contents))
    assert set(seen) <= {*contents}
    assert [path.name for path in store.folder.glob("??/*")] == [KEY[2:]]


@pytest.mark.parametrize(
    ("environment", "folder"),
    [
        ({"XDG_CACHE_HOME": "/far", "HOME": "/near"}, "/far/planctl/reports"),
        ({"XDG_CACHE_HOME": "", "HOME": "/near"}, "/near/.cache/planctl/reports"),
        ({"XDG_CACHE_HOME": "here", "HOME": "/near"}, "/near/.cache/planctl/reports"),
        ({}, None),
    ],
)
def test_it_is_in_the_users_cache_folder(environment, folder):
    found = user_store(environment)
    assert (found.folder if found else None) == (Path(folder) if folder else None)
