"""A plan in an editor: the program that VS Code and others know YAML by, with the schemas of here.

Run by `make editor-test`; needs Node.js.
"""

import json
import queue
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
SERVER = ROOT / "build/npm/node_modules/yaml-language-server/bin/yaml-language-server"
SHIPPED = sorted([*ROOT.glob("plans/*.yaml"), *ROOT.glob("examples/*/plans/*.yaml")])
PLAN = ROOT / "plans" / "parental-partnership.yaml"
HEAD = """\
# yaml-language-server: $schema=../schema/plan.schema.json
format: planctl/1
id: reading
title: Reading
"""
SETTINGS = {
    "yaml": {
        "validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}
    }
}  # fmt: skip
PATIENCE = 30

pytestmark = pytest.mark.editor


class Editor:
    """As much of an editor as the language server needs to see (Language Server Protocol 3.17)."""

    def __init__(self, server: subprocess.Popen[bytes], folder: Path) -> None:
        self.server = server
        self.folder = folder
        self.opened = 0
        self.asked = 0
        self.heard: queue.Queue[dict[str, Any]] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()
        snippets = {"completion": {"completionItem": {"snippetSupport": True}}}
        able = {"textDocument": snippets, "workspace": {"configuration": True}}
        self._ask("initialize", {"processId": None, "rootUri": None, "capabilities": able})
        self._say({"method": "initialized", "params": {}})

    def problems(self, text: str) -> list[tuple[int, str]]:
        """What is underlined in the text: line, counted from 1, and message."""
        return self._open(text)[1]

    def hover(self, text: str, word: str) -> str:
        """What is shown where the mouse rests on the first such word."""
        uri, _ = self._open(text)
        found = self._ask("textDocument/hover", {**_document(uri), "position": _at(text, word)})
        return str(found["contents"]["value"])

    def offers(self, text: str) -> list[str]:
        """What is offered at the bar in the text."""
        uri, _ = self._open(text.replace("|", ""))
        place = {**_document(uri), "position": _at(text, "|")}
        return [one["label"] for one in self._ask("textDocument/completion", place)["items"]]

    def _open(self, text: str) -> tuple[str, list[tuple[int, str]]]:
        self.opened += 1
        uri = (self.folder / f"{self.opened}.yaml").as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._say({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        said = self._until(
            lambda one: (
                one.get("method") == "textDocument/publishDiagnostics"
                and one["params"]["uri"] == uri
            )
        )
        found = said["params"]["diagnostics"]
        return uri, [(one["range"]["start"]["line"] + 1, one["message"]) for one in found]

    def _ask(self, method: str, params: dict[str, Any]) -> Any:
        self.asked += 1
        number = self.asked
        self._say({"id": number, "method": method, "params": params})
        return self._until(lambda one: one.get("id") == number and "method" not in one)["result"]

    def _until(self, awaited: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        while not awaited(said := self.heard.get(timeout=PATIENCE)):
            if "id" in said and "method" in said:
                wanted = said.get("params", {}).get("items", ())
                settings = [SETTINGS.get(one["section"], {}) for one in wanted]
                self._say({"id": said["id"], "result": settings})
        return said

    def _say(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.server.stdin
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self.server.stdin.flush()

    def _listen(self) -> None:
        assert self.server.stdout
        while head := self.server.stdout.readline():
            name, _, value = head.decode().partition(":")
            if name == "Content-Length":
                self.server.stdout.readline()
                self.heard.put(json.loads(self.server.stdout.read(int(value))))


def _document(uri: str) -> dict[str, Any]:
    return {"textDocument": {"uri": uri}}


def _at(text: str, word: str) -> dict[str, int]:
    before = text[: text.index(word)]
    return {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}


@pytest.fixture(scope="module")
def editor(tmp_path_factory) -> Iterator[Editor]:
    """An editor in a folder beside copies of the schemas."""
    place = tmp_path_factory.mktemp("workspace")
    shutil.copytree(ROOT / "schema", place / "schema")
    command = ["node", str(SERVER), "--stdio"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:
        yield Editor(server, place / "plans")
        server.kill()


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_nothing_is_underlined_in_a_shipped_file(path, editor):
    assert editor.problems(_with_the_schemas_beside(path.read_text("utf-8"))) == []


def test_a_misspelt_field_is_underlined_where_it_stands(editor):
    text = PLAN.read_text("utf-8").replace("\nkind:", "\nkidn:")
    line = text[: text.index("\nkidn:")].count("\n") + 2
    assert editor.problems(text) == [(line, "Property kidn is not allowed.")]


def test_each_of_several_mistakes_is_underlined(editor):
    text = (
        f"{HEAD}status: drafft\nthemes:\n  - title: Homes\n    actions:\n"
        "      - text: Read\n        responsible: [{prty: map, party: map}]\n"
        "        completed_on: soon\n"
    )
    assert [line for line, _ in editor.problems(text)] == [5, 10, 11]


def test_a_word_of_a_field_may_be_written_as_planctl_reads_it(editor):
    text = (
        f"{HEAD}kind: Improvement plan\nthemes:\n  - title: Homes\n    actions:\n"
        "      - {text: Read, schedule: [Year 1], kpis: 2.1, completed_on: 25/01/18, due: }\n"
    )
    assert editor.problems(text) == []


def test_a_field_says_what_it_holds(editor):
    schema = json.loads((ROOT / "schema" / "plan.schema.json").read_text("utf-8"))
    said = editor.hover(PLAN.read_text("utf-8"), "aim:")
    assert schema["properties"]["aim"]["description"] in said.replace("\\", "")


def test_the_fields_of_an_action_are_offered(editor):
    schema = json.loads((ROOT / "schema" / "plan.schema.json").read_text("utf-8"))
    offered = editor.offers(
        f"{HEAD}themes:\n  - title: Homes\n    actions:\n      - text: Read\n        |\n"
    )
    assert {*offered} == {*schema["$defs"]["Action"]["properties"]} - {"text"}


def test_the_words_of_a_field_are_offered(editor):
    assert {"draft", "live", "closed"} <= {*editor.offers(f"{HEAD}status: |\n")}


def test_the_words_of_a_short_form_are_offered(editor):
    assert {"rag", "brag", "scrutiny"} <= {*editor.offers(f"{HEAD}scale: |\n")}


def _with_the_schemas_beside(text: str) -> str:
    """The file as it would be in the folder beside the copies, however deep it lies here."""
    return text.replace("../../../schema/", "../schema/", 1)
