"""The text of plain data as YAML."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from readouts.load.reader import read
from readouts.model import Part
from readouts.model.shape import shapes


def laid_out(model: type[Part], data: Mapping[str, Any]) -> str:
    """Return the text of a mapping of fields, in the order of the model."""
    order = [key for key in shapes(model) if key not in _COMMON] + list(_COMMON)
    known = sorted(data, key=lambda key: order.index(key) if key in order else len(order))
    return "\n".join(_lines({key: data[key] for key in known})) + "\n"


_COMMON = ("names", "also", "ids", "notes", "formerly", "withdrawn")


def _lines(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if isinstance(inner, dict | list) and inner:
                yield f"{_scalar(key)}:"
                yield from (f"  {line}" for line in _lines(inner))
            else:
                yield f"{_scalar(key)}: {_scalar(inner)}"
    elif isinstance(value, list):
        for item in value:
            first, *rest = _lines(item)
            yield f"- {first}"
            yield from (f"  {line}" for line in rest)
    else:
        yield _scalar(value)


def _scalar(value: Any) -> str:
    if not isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    plain = read(f"- {value}\n- [{value}]\n").data
    return value if plain == [value, [value]] and value.isprintable() else json.dumps(value, ensure_ascii=False)
