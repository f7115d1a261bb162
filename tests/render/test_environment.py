import json
from pathlib import Path

import pytest
from jinja2 import UndefinedError
from jinja2.exceptions import TemplateAssertionError

from readouts.render.environment import make_environment
from readouts.text import Text

HOSTILE = Text("<b>*x*</b>")
ENCODED = "&#60;b&#62;&#42;x&#42;&#60;&#47;b&#62;"
ENVIRONMENT = make_environment((Path(),))


def rendered(template: str) -> str:
    return ENVIRONMENT.from_string(template).render(
        text=HOSTILE, words="<b>", texts=[HOSTILE, HOSTILE], nothing=None, yes=True
    )


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{{ text }}", ENCODED),
        ("{{ [text]|first }}", ENCODED),
        ("{% for t in texts %}{{ t }}{% endfor %}", ENCODED * 2),
        ("{% macro m(t) %}<i>{{ t }}</i>{% endmacro %}{{ m(text) }}", f"<i>{ENCODED}</i>"),
        ("{% macro m() %}{{ caller() }}{% endmacro %}{% call m() %}{{ text }}{% endcall %}", ENCODED),
        ("{% set t %}{{ text }}{% endset %}{{ t }}", ENCODED),
        ("{{ text|short(99) }}", ENCODED),
        ("{{ words|words }}", "&#60;b&#62;"),
        ("{{ 12 }} {{ 1.5 }}", "12 1.5"),
    ],
)
def test_a_text_reaches_the_page_encoded_by_every_way(template: str, expected: str) -> None:
    assert rendered(template) == expected


@pytest.mark.parametrize(
    "template", ["{{ words }}", "{{ text.raw }}", "{{ nothing }}", "{{ yes }}", "{{ texts }}", '{{ "a" ~ text }}']
)
def test_what_is_neither_text_nor_markup_is_refused(template: str) -> None:
    with pytest.raises(TypeError):
        rendered(template)


UNSAFE = (
    *("safe", "forceescape", "escape", "e", "string", "format", "upper", "replace", "tojson", "urlize", "striptags"),
    *("xmlattr", "pprint", "trim", "wordwrap", "join", "default", "list", "map"),
)


@pytest.mark.parametrize("name", UNSAFE)
def test_filters_that_could_make_a_string_of_it_are_not_there(name: str) -> None:
    with pytest.raises(TemplateAssertionError):
        rendered(f"{{{{ text|{name} }}}}")


def test_a_misspelt_name_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        rendered("{{ txet }}")


def test_json_cannot_end_its_script() -> None:
    markup = ENVIRONMENT.from_string("{{ thing|json }}").render(thing={"a": "</script><!--&"})
    assert json.loads(markup) == {"a": "</script><!--&"}
    assert "<" not in markup
    assert "&" not in markup
