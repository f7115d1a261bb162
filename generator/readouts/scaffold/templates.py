"""The files of a new project, made from `templates/project/`."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from readouts.model import RECORD_TYPES, Part, Quote, Rendering
from readouts.model.shape import Value, shapes
from readouts.project import SHIPPED

_TEMPLATES = SHIPPED / "templates"
_PROJECT = "project"
_SUFFIX = ".jinja"  # of a file with something to fill in; any other is copied as it stands
_MARKS = re.compile(r"([\\`*_{}\[\]<>#&~|!-])")


@dataclass(frozen=True, kw_only=True)
class Installation:
    """How a workflow gets readouts: what installs it, from which list of packages, and how the command is called."""

    command: str
    install: str
    requirements: str


def _json(value: object) -> str:
    """Return a value as JSON, which YAML reads too."""
    return json.dumps(value, ensure_ascii=False)


def _markdown(words: str) -> str:
    """Return words that Markdown shows as these characters."""
    return _MARKS.sub(r"\\\1", words)


def _environment() -> Environment:
    """Return the environment, whose marks are none that workflows, shells or records use."""
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=False,  # noqa: S701  # no HTML: what is filled in is encoded for YAML or Markdown by the filters
        undefined=StrictUndefined,
        variable_start_string="<<",
        variable_end_string=">>",
        block_start_string="<%",
        block_end_string="%>",
        comment_start_string="<#",
        comment_end_string="#>",
        trim_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters = {"json": _json, "markdown": _markdown}
    return environment


def _choices() -> Mapping[str, tuple[str, ...]]:
    """Return the values that fields take which take only some, by the type and the field: `meeting.kind`."""
    models: tuple[type[Part], ...] = (*RECORD_TYPES, Quote, Rendering)
    return {
        f"{model.__name__.lower()}.{key}": shape.choices
        for model in models
        for key, shape in shapes(model).items()
        if isinstance(shape, Value) and shape.choices
    }


def render_project(installation: Installation, *, name: str, version: str) -> Mapping[str, str]:
    """Return the text of each file of a project called `name`, by its path in it."""
    environment, root = _environment(), _TEMPLATES / _PROJECT
    context = {**asdict(installation), "name": name, "version": version, "choices": _choices()}
    files: dict[str, str] = {}
    for path in sorted(path for path in root.rglob("*") if path.is_file()):
        inside = path.relative_to(root).as_posix()
        if inside.endswith(_SUFFIX):
            template = environment.get_template(f"{_PROJECT}/{inside}")
            files[inside.removesuffix(_SUFFIX)] = template.render(context)
        else:
            files[inside] = path.read_text(encoding="utf-8")
    return files
