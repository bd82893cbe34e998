"""Folders of plans."""

import pytest


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """`folder({"plans/a.yaml": text, ...})` writes the files into an empty folder and goes there.

    A name that ends in a slash makes a folder, a text that begins with -> a link.
    """
    monkeypatch.chdir(tmp_path)

    def written(files):
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if name.endswith("/"):
                path.mkdir()
            elif text.startswith("->"):
                path.symlink_to(text.removeprefix("->"))
            else:
                path.write_text(text, "utf-8")
        return tmp_path

    return written


@pytest.fixture
def plan():
    """`plan(name, fields)`: the text of a small plan."""

    def text(name, fields=""):
        return f"format: planctl/1\nid: {name}\ntitle: {name.title()}\n{fields}\n"

    return text
