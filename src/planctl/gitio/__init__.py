"""What git keeps of a workspace, asked by plumbing calls of the git program alone."""

from planctl.gitio.calls import Answer, Runner, run_git
from planctl.gitio.history import History, UnmergedError, history_at, since_merge_base
from planctl.gitio.missing import (
    GitMissingError,
    NoContentError,
    NoMergeBaseError,
    NoRevisionError,
)
from planctl.gitio.objects import Objects, blob_id
from planctl.gitio.past import PastCommit, blobs_at, past
from planctl.gitio.repository import (
    Commit,
    Repository,
    TreeFile,
    needed_commit,
    repository_at,
)

__all__ = [
    "Answer",
    "Commit",
    "GitMissingError",
    "History",
    "NoContentError",
    "NoMergeBaseError",
    "NoRevisionError",
    "Objects",
    "PastCommit",
    "Repository",
    "Runner",
    "TreeFile",
    "UnmergedError",
    "blob_id",
    "blobs_at",
    "history_at",
    "needed_commit",
    "past",
    "repository_at",
    "run_git",
    "since_merge_base",
]
