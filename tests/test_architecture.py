"""The habits of the code base that no linter knows. Each test names all who break one."""

import ast
import os
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "planctl"
TESTS = ROOT / "tests"

CORPORA = {Path("errors"), Path("format"), Path("mutations"), Path("wellkept")}
"""Folders of files that planctl is held against as a whole."""

LONGEST_MODULE = 300
LONGEST_FUNCTION = 40
BANNED_NAMES = {"utils", "util", "helpers", "helper", "common", "base", "manager"}
ERROR_BOUNDARIES = {SOURCE / "cli" / "app.py", SOURCE / "rules" / "check.py"}
"""Where a command ends, and where one rule that breaks down must not silence the others."""

LEFT_BY_TOOLS = {"build", "dist", "__pycache__"}
# In two parts, or this file would name them itself.
REGISTRIES = ("py" + "pi.org", "python" + "hosted.org", "npm" + "js.org", "npm" + "js.com")
MACHINE_PATH = re.compile(r"(?<![\w.:/*)}-])/(?:home|opt|root|tmp|work|Users)/\w")


def test_a_module_is_short_enough_to_read():
    assert [path for path in modules() if len(lines(path)) > LONGEST_MODULE] == []


def test_a_function_is_short_enough_to_read():
    long = [
        f"{path}:{node.lineno} {node.name}"
        for path, node in nodes()
        if isinstance(node, ast.FunctionDef) and code_lines(node) > LONGEST_FUNCTION
    ]
    assert long == []


def test_a_module_is_named_after_what_it_is_about():
    assert [path for path in modules() if BANNED_NAMES & {*path.parts, path.stem}] == []


def test_a_module_begins_by_saying_what_it_is_for():
    assert [path for path in modules() if not begins_with_a_sentence(path)] == []


def test_only_the_error_boundaries_catch_every_error():
    catchers = [
        f"{path}:{node.lineno}"
        for path, node in nodes()
        if isinstance(node, ast.ExceptHandler) and catches_every_error(node)
        if path not in ERROR_BOUNDARIES
    ]
    assert catchers == []


def test_every_package_has_its_tests():
    packages = [path.parent.name for path in SOURCE.glob("*/__init__.py")]
    assert [name for name in packages if not any((TESTS / name).rglob("test_*.py"))] == []


def test_every_folder_of_tests_mirrors_a_package():
    folders = {path.parent.relative_to(TESTS) for path in TESTS.rglob("*/test_*.py")} - CORPORA
    assert [path for path in folders if not (SOURCE / path / "__init__.py").exists()] == []


def test_every_make_target_says_what_it_does():
    targets = re.findall(r"^([a-z][a-z-]*):(?!=)(.*)$", read("Makefile"), re.MULTILINE)
    assert [name for name, rest in targets if not re.search(r" ## \w", rest)] == []


def test_every_dependency_is_locked_at_a_version_it_allows():
    locked = dict(re.findall(r"^(\S+)==([^\s;]+)", read("requirements/run.txt"), re.MULTILINE))
    project = tomllib.loads(read("pyproject.toml"))["project"]
    wanted = [Requirement(line) for line in project["dependencies"]]
    assert [str(one) for one in wanted if locked_version(one, locked) not in one.specifier] == []


def test_no_text_names_a_package_registry():
    assert [path for path, text in texts() if any(host in text for host in REGISTRIES)] == []


def test_no_text_names_a_path_of_one_machine():
    named = [(path, found[0]) for path, text in texts() if (found := MACHINE_PATH.search(text))]
    assert named == []


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def modules() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def nodes() -> Iterator[tuple[Path, ast.AST]]:
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            yield path, node


def code_lines(function: ast.FunctionDef) -> int:
    """Those below head and docstring, where a command has its options and a rule its page."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return sum((node.end_lineno or node.lineno) - node.lineno + 1 for node in body)


def begins_with_a_sentence(path: Path) -> bool:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    first, _, rest = docstring.partition("\n")
    return first.endswith(".") and (not rest or rest.startswith("\n"))


def catches_every_error(handler: ast.ExceptHandler) -> bool:
    """One that ends by raising the same error anew only tidies up."""
    if ast.unparse(handler.body[-1]) == "raise":
        return False
    caught = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    names = {node.id for node in caught if isinstance(node, ast.Name)}
    return handler.type is None or not names.isdisjoint({"Exception", "BaseException"})


def locked_version(requirement: Requirement, locked: dict[str, str]) -> str:
    return locked[canonicalize_name(requirement.name)]


def texts() -> Iterator[tuple[Path, str]]:
    """Each text file of the project, as a clone would hold it."""
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [name for name in folders if not left_by_tools(name)]
        for name in names:
            try:
                yield Path(folder, name), Path(folder, name).read_text(encoding="utf-8")
            except UnicodeDecodeError:
                continue


def left_by_tools(folder: str) -> bool:
    return folder in LEFT_BY_TOOLS or (folder.startswith(".") and folder != ".ci")
