"""Completions of an answer from what is on record."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

from readouts.report import shown


@dataclass(frozen=True, kw_only=True)
class Offer:
    """What may be answered, what it is called, and what else it is found by."""

    word: str
    name: str = ""
    also: tuple[str, ...] = field(default=())

    def rank(self, typed: str) -> int | None:
        """Return how well it fits what is typed, the best first; None where it doesn't."""
        texts = [text.casefold() for text in (self.word, self.name, *self.also)]
        if any(text.startswith(typed) for text in texts):
            return 0
        if any(typed in text for text in texts):
            return 1
        return 2 if any(_holds_in_order(text, typed) for text in texts[:2]) else None


def _holds_in_order(text: str, letters: str) -> bool:
    """Tell whether a text has some letters in their order, whatever stands between them."""
    rest = iter(text)
    return all(letter in rest for letter in letters)


class OneOf(Completer):
    """Completes to one of some offers, found by any of their names."""

    def __init__(self, offers: Iterable[Offer]) -> None:
        """Take the offers, the likeliest first."""
        self._offers: Sequence[Offer] = tuple(offers)

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:  # noqa: ARG002  # part of the interface
        """Yield the offers that fit what is typed, those first that fit best."""
        typed = document.text.strip().casefold()
        ranked = ((offer.rank(typed), offer) for offer in self._offers)
        fitting = sorted(((rank, offer) for rank, offer in ranked if rank is not None), key=lambda found: found[0])
        for _, offer in fitting:
            start = -len(document.text_before_cursor)
            yield Completion(offer.word, start, display=offer.word, display_meta=shown(offer.name))
