"""What is asked of each file by itself."""

from readouts.load.file_rules import FILE_TEXTS
from readouts.load.value_rules import VALUE_TEXTS
from readouts.problem import Rule, read_rule

FILE_RULES: tuple[Rule, ...] = tuple(
    read_rule(code, "error", text, group=group)
    for group, texts in (("files", FILE_TEXTS), ("values", VALUE_TEXTS))
    for code, text in texts.items()
)
