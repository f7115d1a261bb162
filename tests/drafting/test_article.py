from textwrap import fill

import pytest

from readouts.drafting.article import Article, read_article
from readouts.drafting.characters import read_lines

LONG = "The quay of Linden is old, and the talks about it were long, as talks about old quays are."


def article(text: str) -> Article:
    return read_article(read_lines(text.encode(), "x"))


@pytest.mark.parametrize(
    ("text", "heading", "paragraphs"),
    [
        ("A. B.\n\n\nC.\n", (), ("A. B.", "C.")),
        (" date 2019-05-11 Ports\nTalks in Linden\nLinden:\nA.\nB.", 3, ("A.", "B.")),
        ("Talks in Linden\nA.\nB.", 1, ("A.", "B.")),
        ("LINDEN —\nNo stop at the end\nB.", 1, ("No stop at the end", "B.")),  # paragraphs begin after the dateline
        ("LINDEN (Courier) — The quay is old.", 0, ("LINDEN (Courier) — The quay is old.",)),  # it is in the first one
        (
            "Talks in Linden\nReyle said:\n“A.”",
            1,
            ("Reyle said:", "“A.”"),
        ),  # no dateline, since it leads to a quotation
        ("港口会谈\n谭墨罗说：\n“好。”", 1, ("谭墨罗说：", "“好。”")),
        ("No stop", 0, ("No stop",)),
        ("", 0, ()),
        (f"{LONG}\n{LONG}", 0, (LONG, LONG)),
    ],
)
def test_paragraphs_are_counted_from_the_dateline(
    text: str, heading: int | tuple[()], paragraphs: tuple[str, ...]
) -> None:
    read = article(text)
    assert (len(read.heading), read.paragraphs) == (heading or 0, paragraphs)


def test_lines_broken_at_a_width_are_joined() -> None:
    said = "He said “we want the quay” and went on about it until evening, when the last of the ferries had left."
    read = article("\n\n".join(("Talks in Linden", fill(LONG, 50), fill(said, 50))))
    assert read.is_wrapped
    assert (read.heading, read.paragraphs) == (("Talks in Linden",), (LONG, said))


def test_broken_lines_of_chinese_are_joined_without_a_space() -> None:
    line = "港口是一扇敞开的门我们愿意给门上油港口是一扇敞开的门我们愿意"
    assert article(f"{line}\n{line}\n{line}。").paragraphs == (f"{line * 3}。",)


# fmt: off
BROKEN = [
    # A quotation that is open where a line ends in the middle of a sentence goes on in the next.
    ("“The quay,\nMr. Reyle, and\nsoon,” she said.", ("“The quay, Mr. Reyle, and soon,” she said.",)),
    ("「我們\n願意合作。」", ("「我們願意合作。」",)),
    # A mark may be missing: the sentence ends, or the next line opens another, or is none, or closes nothing.
    ("“We want it.\nWe will have it,” she said.", ("“We want it.", "We will have it,” she said.")),
    ("“We want it, she said\n“We will,” he said.", ("“We want it, she said", "“We will,” he said.")),
    ("“We want it, she said\nHe said “no,” and left.", ("“We want it, she said", "He said “no,” and left.")),
    ("“We want it, she said\n\nand he left,” too.", ("“We want it, she said", "and he left,” too.")),
    ("“We want it, she said\nand he left.", ("“We want it, she said", "and he left.")),
]
# fmt: on


@pytest.mark.parametrize(("text", "paragraphs"), BROKEN)
def test_lines_over_which_a_quotation_is_broken_are_joined(text: str, paragraphs: tuple[str, ...]) -> None:
    assert article(f"{LONG}\n\n{text}").paragraphs == (LONG, *paragraphs)
