"""What libyaml says where it gives up."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Advice = tuple[int, str, str]  # where in the source, what is wrong, what to do


@dataclass(frozen=True, kw_only=True)
class Trouble:
    """What libyaml says, at which characters, and the scalar that it read last."""

    source: str
    problem: str
    context: str
    index: int
    line: int
    context_index: int
    last: Any

    @property
    def line_start(self) -> int:
        """Return the index of the first character of the line."""
        return self.source.rfind("\n", 0, self.index) + 1

    def column_of(self, index: int) -> int:
        """Return how many characters stand before an index on its line."""
        return index - (self.source.rfind("\n", 0, index) + 1)

    @property
    def lines(self) -> Iterator[tuple[int, str]]:
        """Yield the lines from the one on which the last scalar began to that of the trouble, each with its index."""
        begun = self.last.start_mark.index if self.last is not None else self.context_index
        start = self.source.rfind("\n", 0, min(begun, self.context_index, self.index)) + 1
        for line in self.source[start : self.index + 1].split("\n"):
            yield start, line
            start += len(line) + 1

    @property
    def at_end(self) -> bool:
        """Tell whether nothing more stands in the file."""
        return not self.source[self.index :].strip()

    @property
    def last_is_quoted(self) -> bool:
        """Tell whether the last scalar stands in quotation marks."""
        return self.last is not None and self.last.style in ("'", '"')


def goes_on(trouble: Trouble) -> bool:
    """Tell whether something stands where a value has ended."""
    before = trouble.source[trouble.line_start : trouble.index].rstrip()
    return "did not find expected" in trouble.problem and before[-1:] in ("'", '"', "]", "}")
