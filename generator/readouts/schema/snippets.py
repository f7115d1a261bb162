"""What an editor writes for a contributor who begins a mapping: its required fields, to be filled in one by one."""

from itertools import count
from typing import Any

from readouts.model import Part
from readouts.model.shape import Fields, Many, Shape, Value, name_of, part_name, shapes


def snippets(model: type[Part]) -> list[dict[str, Any]]:
    """Return the snippet of a part that has several required fields."""
    body = _body(model, count(1))
    label, says = f"new {part_name(model)}", " ".join((model.__doc__ or "").split())
    return [{"label": label, "description": says, "body": body}] if len(body) > 1 else []


def _body(model: type[Part], stops: "count[int]") -> dict[str, Any]:
    fields = ((key, model.model_fields[name_of(model, key)]) for key in shapes(model))
    required = [key for key, field in fields if field.is_required() and not field.exclude]
    return {key: _of_shape(shapes(model)[key], stops) for key in required}


def _of_shape(shape: Shape, stops: "count[int]") -> Any:
    match shape:
        case Many(item=item):
            return [_of_shape(item, stops)]
        case Fields(model=model):
            return _body(model, stops)
        case Value(choices=choices) if choices:
            return f"${{{next(stops)}|{','.join(choices)}|}}"
        case _:
            return f"${next(stops)}"
