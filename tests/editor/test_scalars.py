"""What we say YAML takes a text for is what editors take it for."""

import json
import subprocess

from readouts.schema.scalars import core_value
from tests.node import FOLDER, NODE, install

TEXTS = [
    *("~", "null", "Null", "NULL", "nULL", "true", "True", "TRUE", "tRUE", "false", "yes", "NO", "on", "y", "n"),
    *("0", "007", "-0", "+12", "2024", "1_000", "0x1F", "0x", "-0x1F", "0o17", "0o8", "017", "0b1", "12345678901"),
    *("1.5", ".5", "5.", "-.5", ".", "1e3", "1e-3", "1E+3", "1e", "e3", "1.e3", "1e999", "+.5e-7", "1.2.3"),
    *(".inf", "-.INF", ".nan", ".NaN", "inf", "nan", "Infinity", "12:30", "1:2", "2024-04-26", "2024-04", "2024~"),
    *("a", "null-island", "true-north", "1e3-x", "2024/2025", "=", "<<", "١٢", "½"),
]  # fmt: skip
READ = """
import { parse } from "yaml";
const texts = JSON.parse(process.argv[1]);
console.log(JSON.stringify(texts.map((text) => {
  const value = parse(`- ${text}`, { version: "1.2" })[0];
  return typeof value === "number" && !Number.isFinite(value) ? text : value;
})));
"""


def test_a_text_is_taken_for_what_the_language_server_takes_it_for() -> None:
    install()
    done = subprocess.run(
        [NODE, "--input-type=module", "--eval", READ, json.dumps(TEXTS)],
        cwd=FOLDER, capture_output=True, text=True, check=True,
    )  # fmt: skip
    taken = zip(TEXTS, json.loads(done.stdout), strict=True)
    assert {text: of_json(core_value(text)) for text in TEXTS} == {text: of_json(value) for text, value in taken}


def of_json(value: object) -> tuple[str, object]:
    """Return a value with its type in JSON, which knows one kind of number; to Python true is 1."""
    return "number" if type(value) in (int, float) else type(value).__name__, value
