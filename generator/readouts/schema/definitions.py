"""From the shapes of the model to JSON Schema."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from readouts.model import Part
from readouts.model.examples import example_of
from readouts.model.shape import Bounds, Either, Fields, Many, Shape, Table, Value, name_of, part_name, shapes
from readouts.schema.scalars import core_value
from readouts.schema.snippets import snippets

Schema = dict[str, Any]
Types = tuple[str, ...]


class Definitions:
    """Makes schemas, and collects what they refer to by name: parts, kinds of value and ids, each once."""

    def __init__(self, ids_of: Callable[[Types], Schema | None]) -> None:
        """Take what returns the schema of the ids of some types, or None where they are not listed."""
        self.ids_of = ids_of
        self.found: dict[str, Schema] = {}
        self.linked: dict[Types, Schema] = {}

    def _refer(self, name: str, make: Callable[[], Schema]) -> Schema:
        key = name.replace(" ", "-")
        if key not in self.found:
            self.found[key] = {}  # a part may hold itself
            self.found[key] = make()
        return {"$ref": f"#/definitions/{key}"}

    def of_shape(self, shape: Shape) -> Schema:
        """Return the schema of what has a shape."""
        match shape:
            case Value():
                return self._of_value(shape)
            case Many(item=item, bounds=bounds):
                return {"type": "array", "items": self.of_shape(item), **_of_bounds(bounds, "Items")}
            case Table(key=key, value=value, bounds=bounds):
                names, values = self.of_shape(key), self.of_shape(value)
                bounded = _of_bounds(bounds, "Properties")
                return {"type": "object", "propertyNames": names, "additionalProperties": values, **bounded}
            case Either(value=value, model=model):
                return {"anyOf": [self.of_shape(value), self.of_shape(Fields(model))]}
            case Fields(model=model):
                return self._refer(part_name(model), lambda: self.of_model(model))

    def _of_value(self, value: Value) -> Schema:
        if value.choices:
            return {"type": "string", "enum": list(value.choices)}
        if value.link and (ids := self.ids_of(value.link.to)):
            self.linked[value.link.to] = ids
            return self._refer(str(ids["title"]), lambda: ids)
        return self._refer(value.title, lambda: _of_notation(value.title, value.notation))

    def of_model(self, model: type[Part]) -> Schema:
        """Return the schema of a mapping of fields."""
        fields = {key: model.model_fields[name_of(model, key)] for key in shapes(model)}
        known = {key: field for key, field in fields.items() if not field.exclude}
        described = {
            key: {**self.of_shape(shapes(model)[key]), **_said(model, key, field.description or "")}
            for key, field in known.items()
        }
        beyond = model.model_config.get("json_schema_extra")
        return {
            "title": part_name(model),
            "description": " ".join((model.__doc__ or "").split()),
            "type": "object",
            "properties": described,
            "required": [key for key, field in known.items() if field.is_required()],
            "additionalProperties": False,
            **(beyond if isinstance(beyond, dict) else {}),
            "defaultSnippets": snippets(model),
        }


def _said(model: type[Part], key: str, description: str) -> Schema:
    """Return what a field means, and its choices where that is told as `choice`: meaning; `choice`: meaning.

    An example is a part of that where editors offer no values: as one of `examples` they would offer it.
    """
    says, shape = " ".join(description.split()), shapes(model)[key]
    said: Schema = {"description": says}
    offers = isinstance(shape, Value) and (shape.link or shape.choices or "examples" in shape.notation)
    if not offers and (example := example_of(model, key)):
        said["markdownDescription"] = f"{says}\n\n```yaml\n{key}: {example}\n```"
    elif "`" in says:
        said["markdownDescription"] = says
    meanings = dict(re.findall(r"`([^`]+)`: ([^;]+?)[;.]", says))
    choices = shape.choices if isinstance(shape, Value) else ()
    if choices and set(choices) <= set(meanings):
        said["enumDescriptions"] = [meanings[choice] for choice in choices]
    return said


def _of_bounds(bounds: Bounds, noun: str) -> Schema:
    least: Schema = {f"min{noun}": bounds.least} if bounds.least else {}
    return least if bounds.most is None else {**least, f"max{noun}": bounds.most}


def _of_notation(title: str, notation: Mapping[str, Any]) -> Schema:
    """Return the schema of a kind of value as YAML reads it.

    What it may take for true, false or null is admitted as being no list and no mapping: if these types were named,
    editors would offer `true`, `false` and `null` wherever words belong.
    """
    schema = {"title": title, **notation}
    if "examples" in schema:
        schema["examples"] = [core_value(example) for example in schema["examples"]]
    if "null" not in schema["type"]:
        return schema
    return {"anyOf": [{**schema, "type": "string"}, {"not": {"type": ["string", "array", "object"]}}]}
