"""Records as an editor reads them: YAML 1.2 with its core types, as JSON would have it."""

from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode

from readouts.schema.scalars import core_value


def _plain(node: Node) -> Any:
    if isinstance(node, ScalarNode):
        return core_value(node.value) if node.style is None else node.value
    if isinstance(node, MappingNode):
        return {key.value: _plain(value) for key, value in node.value}
    return [_plain(item) for item in node.value]


def read_core(source: str) -> Any:
    """Return what a file says, numbers, booleans and nulls as such."""
    node = yaml.compose(source, Loader=yaml.CSafeLoader)
    assert node is not None
    return _plain(node)
