"""A workspace's look: its settings with its logo, which is a file of the workspace itself."""

import pytest

from planctl.errors import SettingsError
from planctl.report.pictures import Picture
from planctl.report.theme import Theme
from planctl.workspace.theme import theme_of

LOGO = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'


@pytest.fixture
def settings(tmp_path):
    """`settings(text)` writes the workspace's settings, beside a logo; gives the workspace."""
    root = tmp_path / "workspace"
    (root / "brand").mkdir(parents=True)
    (root / "brand" / "logo.svg").write_bytes(LOGO)
    (tmp_path / "outside.svg").write_bytes(LOGO)

    def written(text):
        (root / "planctl.toml").write_text(f"[theme]\n{text}", encoding="utf-8")
        return root

    return written


def test_without_settings_the_look_is_the_shipped_one(tmp_path):
    assert theme_of(tmp_path) == Theme()


def test_the_look_is_that_of_the_settings(settings):
    root = settings("name = 'Council'\nlogo = 'brand/logo.svg'\naccent = '#6b1f5c'\nfooter = 'F'")
    assert theme_of(root) == Theme(
        name="Council", logo=Picture("image/svg+xml", LOGO), accent="#6b1f5c", footer="F"
    )


@pytest.mark.parametrize(
    ("logo", "reason"),
    [
        ("brand/loga.svg", r"it is not there\. Did you mean logo\.svg\?"),
        ("nowhere/a.svg", r"it is not there\. Put it there, or correct the name\."),
        ("../outside.svg", r"it is not in the workspace\. Copy it there\."),
        ("brand/link.svg", r"it is not in the workspace\. Copy it there\."),
        ("brand/text.svg", r"it is neither a PNG nor an SVG\. Save it as one of them\."),
        ("brand/large.png", r"it is larger than 256 KiB"),
        ("brand/folder.png", r"it is not there\."),
    ],
)
def test_a_logo_that_cannot_be_used_is_refused_with_the_reason(settings, logo, reason):
    root = settings(f"name = 'Council'\nlogo = '{logo}'")
    (root / "brand" / "link.svg").symlink_to(root.parent / "outside.svg")
    (root / "brand" / "text.svg").write_text("x", encoding="utf-8")
    (root / "brand" / "large.png").write_bytes(bytes(300 * 1024))
    (root / "brand" / "folder.png").mkdir()
    with pytest.raises(
        SettingsError, match=rf"planctl\.toml: theme\.logo = '{logo}' cannot be used: {reason}"
    ):
        theme_of(root)
