"""Objects as git hands them out."""

import hashlib
from datetime import date

import pytest

from planctl.gitio import Objects, blob_id
from planctl.gitio.objects import objects_in

SHA1, SHA256 = "5626abf0f72e58d7a153368ba57db4c673c0e171", "f" * 64


def commit(committer):
    content = b"tree x\nauthor A <a@b> 1 +0000\n" + committer + b"\n\ncommitter B <b@c> 9 +0000\n"
    return b"%s commit %d\n%s\n" % (SHA1.encode(), len(content), content)


@pytest.mark.parametrize(
    ("committer", "day"),
    [
        (b"committer A <a> 1512129600 +0000", date(2017, 12, 1)),
        (b"committer A <a> 1512129600 +1300", date(2017, 12, 2)),
        (b"committer A <a> 1512129600 -1230", date(2017, 11, 30)),
        (b"committer A > <a@b> 0 +0000", date(1970, 1, 1)),
    ],
)
def test_a_commit_has_the_day_that_it_was_where_it_was_made(committer, day):
    assert objects_in(commit(committer)) == Objects(days={SHA1: day})


@pytest.mark.parametrize(
    "committer", [b"committer A <a> x +0000", b"committer A <a> 999999999999 +0000", b"tagger"]
)
def test_a_commit_without_a_day_that_can_be_read_lacks(committer):
    assert objects_in(commit(committer)) == Objects()


def test_what_is_missing_and_what_is_no_blob_is_passed_over():
    said = b"%s missing\n%s tree 2\nab\n%s blob 3\na\nb\n" % ((SHA1.encode(),) * 3)
    assert objects_in(said) == Objects(blobs={SHA1: b"a\nb"})


def test_a_file_has_the_id_that_git_would_give_it():
    assert blob_id(b"one\n") == blob_id(b"one\n", SHA1) == SHA1
    assert blob_id(b"one\n", SHA256) == hashlib.sha256(b"blob 4\0one\n").hexdigest()
