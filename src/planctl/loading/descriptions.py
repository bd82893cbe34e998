"""What each field of the format holds, in the words that stand under it in the model."""

import ast
import inspect
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from textwrap import dedent
from types import MappingProxyType

from planctl.model.record import Record


@lru_cache(maxsize=256)
def descriptions(record: type[Record]) -> Mapping[str, str]:
    """Field as people write it → its description on one line, in the order of the format.

    A field without a description is left out.
    """
    written: dict[str, str] = {}
    for ancestor in reversed(record.__mro__):
        if issubclass(ancestor, Record):
            written.update(_under_fields(ancestor))
    fields = record.model_fields
    return MappingProxyType(
        {field.alias or name: written[name] for name, field in fields.items() if name in written}
    )


def summary(record: type[Record]) -> str:
    """What the record is: the first line of its docstring."""
    return inspect.cleandoc(record.__doc__ or "").partition("\n")[0]


def _under_fields(record: type[Record]) -> Iterator[tuple[str, str]]:
    """Each field that the record's own source declares, with the text below it.

    Python drops a text below an attribute, so it is read from the source.
    """
    (node,) = ast.parse(dedent(inspect.getsource(record))).body
    body = node.body if isinstance(node, ast.ClassDef) else []
    for field, below in pairwise(body):
        match field, below:
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(text))),
            ):
                yield name, " ".join(text.split())
