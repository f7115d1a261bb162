"""The right speaker of each passage, or none."""

import pytest

from readouts.drafting.article import Article
from readouts.drafting.reading import read_through
from readouts.model import read_date
from tests.drafting.cases import world

# The whole names stand in a paragraph by themselves, so that family names alone are known.
NAMED = "Chancellor Hedda Brandt met Tomas Reyle, First Minister of Birchland, and Tan Merrow of Quell."


def said(*paragraphs: str, lang: str = "en", named: str = NAMED) -> list[tuple[str, str | None]]:
    article = Article(heading=(), paragraphs=(named, "…", *paragraphs), is_wrapped=False)
    read = read_through(article, world(), lang, read_date("2019-05-12"))
    return [(article.text(found.passage), found.attribution.speaker) for found in read.found]


BRANDT, REYLE, TAN, MINISTRY = "hedda-brandt", "tomas-reyle", "tan-merrow", "quell-foreign-ministry"


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # The verb after the words, and before them.
        ("“We want the quay,” Reyle said.", [REYLE]),
        ("“We want the quay,” said Reyle.", [REYLE]),
        ("“We want the quay,” said First Minister Tomas Reyle on Friday.", [REYLE]),
        ("Reyle said: “We want the quay.”", [REYLE]),
        ("Reyle also said that the quay is “ours.”", [REYLE]),
        ("The First Minister of Birchland, Tomas Reyle, said: “We want it.”", [None]),  # whose aside it is, isn't clear
        ("Reyle, who is on his third visit to Linden this year, said it was “ours.”", [REYLE]),
        ("Reyle (left) said it was “ours.”", [REYLE]),
        ("According to Reyle, the quay is “ours.”", [REYLE]),
        ("The quay is “ours,” according to Reyle.", [REYLE]),
        ("“Ours,” Reyle was quoted as saying.", [REYLE]),
        ("The Courier quoted Reyle as saying the quay is “ours.”", [REYLE]),
        ("“Whose is it?” Reyle asked.", [REYLE]),
        ("“Ours!” said Reyle.", [REYLE]),
        ("“It is ours.” Reyle said.", [REYLE]),
        # A sentence of quoted words after one that is credited, and words that go on after the verb.
        ("“We want it,” Reyle said. “We will have it.”", [REYLE, REYLE]),
        ("“We want it,” Reyle said, “and we will have it.”", [REYLE, REYLE]),
        ("Reyle called it “ours” and “old.”", [REYLE, REYLE]),
        ("“We want it,” Reyle said. “So do we,” Brandt answered.", [REYLE, BRANDT]),
        ("Reyle said the quay was old, adding that it was “ours.”", [REYLE]),
        ("Calling the quay “ours,” Reyle said it was old.", [REYLE]),
        # Somebody else, of whom nothing is on record.
        ("“We want it,” said Reyle’s spokesman.", [None]),
        ("“We want it,” a spokesman for Reyle said.", [None]),
        ("“We want it,” said an aide to Reyle.", [None]),
        ("“We want it,” officials close to Reyle said.", [None]),
        ("“We want it,” said Mr. Osk, who works for Reyle.", [None]),
        ("Osk, an aide to Reyle, said: “We want it.”", [None]),
        ("Osk, who met Reyle, said it was “ours.”", [None]),
        ("Reyle’s deputy Osk said it was “ours.”", [None]),
        ("“We want it,” a senior Birchland official said.", [None]),
        ("“We want it,” Reyle aide Osk said.", [None]),
        ("According to people close to Reyle, the quay is “ours.”", [None]),
        # Said to them, about them, for them.
        ("Reyle was told that the quay was “ours.”", [None]),
        ("Reyle was called “old” by critics.", [None]),
        ("Osk told Reyle the quay was “ours.”", [None]),
        ("Reyle did not say the quay was “ours.”", [None]),
        ("Reyle reportedly said the quay was “ours.”", [None]),
        ("Nobody believes Reyle said “ours.”", [None]),
        ("If Reyle said “ours,” he was wrong.", [None]),
        ("Asked whether the quay was “ours,” Reyle said nothing.", [None]),
        ("Rejecting claims of “theft,” Reyle said the quay was old.", [None]),
        ("To those who say “ours,” Reyle said no.", [None]),
        ("Osk said Reyle told him it was “ours.”", [None]),
        ("Reyle quoted a song: “We sail at dawn.”", [None]),
        ("Reyle said the quay was old, but critics found it “ours.”", [None]),
        ("Reyle said he was glad and Osk “smiled.”", [None]),
        # Two at once.
        ("Brandt and Reyle said the quay was “ours.”", [None]),
        ("“Ours,” Reyle and Merrow said.", [None]),
        ("Reyle said “ours,” Merrow added.", [None]),
        ("Reyle told Tan it was “ours.”", [REYLE]),
        ("“Ours,” Reyle was quoted by the Courier as saying.", [REYLE]),
        ("The Courier quoted Osk as saying of Reyle it was “ours.”", [None]),
        ("Osk was quoted by Reyle as saying it was “ours.”", [None]),
        ("Reyle said the quay was “ours,” according to a note from Quell.", [REYLE]),
        ("Reyle said it was “ours,” and Osk that it was “his.”", [REYLE, None]),
        # A verb after which someone else is named, and quoted words that are no speech.
        ("“A senior official,” who asked not to be named, described Reyle as “old.”", [None, None]),
        ("A “senior official” told Reyle: “We want it.”", [None, None]),
        ("A “senior official” urged Reyle to “talk.”", [None, None]),
        ("A “senior official” said Reyle, who was late, “smiled.”", [None, None]),
        ("Osk, an aide to Brandt, told Reyle: “We want it.”", [None]),
        ("Osk, an aide, said Brandt, who was late, “smiled.”", [None]),
        ("“We want it,” warned Reyle.", [REYLE]),
        ("“Ours,” said Reyle in Linden, “and old.”", [REYLE, REYLE]),
        ("Reyle said it was “ours,” adding that it was “old.”", [REYLE, REYLE]),
        ("Someone posing as Reyle said: “We want it.”", [None]),
        ("The speaker after Brandt said: “We want it.”", [None]),
        ("And Reyle said: “We want it.”", [REYLE]),
        # The words of another in somebody's mouth.
        ("Reyle said, quoting Osk, “We want it.”", [None]),
        ("Reyle read from a letter: “We want it.”", [None]),
        ("Reyle answered the question “Is it ours?”", [None]),
        ("Reyle said his words were: “We want it.”", [None]),
        ("“Ours,” Reyle said, as the crowd shouted “yes.”", [REYLE, None]),
        # What holds for all of a sentence at its end.
        ("The quay is “ours” and will be, Reyle said.", [REYLE]),
        ("The quay is “ours” and will be, according to Reyle.", [REYLE]),
        ("The quay is “ours” and will be, officials said.", [None]),
        ("Reyle said it was “ours” and old, Brandt added.", [None]),
        ("Reyle said “ours,” an official said.", [None]),
        # Verbs that stand for others, and words that stand between.
        ("Reyle told reporters the quay was “ours.”", [REYLE]),
        ("Reyle on Friday said it was “ours.”", [REYLE]),
        ("Meanwhile Reyle said it was “ours.”", [REYLE]),
        ("After the talks, Reyle said it was “ours.”", [REYLE]),
        ("In talks with Brandt, Reyle said it was “ours.”", [REYLE]),
        ("Reyle said that, as Merrow noted, it was “ours.”", [None]),
        ("Reyle, speaking after Brandt, said it was “ours.”", [REYLE]),
        ("Unlike Brandt, Reyle said it was “ours.”", [REYLE]),
        ("Brandt heard it from Reyle, who said it was “ours.”", [None]),
        ("The meeting between Brandt and Reyle said to be “ours.”", [None]),
        ("The quay was said to be “ours” by Reyle.", [None]),
        ("The quay was described by Reyle as “ours.”", [REYLE]),
        ("Reyle said Brandt, who was late, “smiled.”", [None]),
        ("“Ours,” Reyle said, according to the Foreign Ministry.", [REYLE]),
        ("“Ours,” wrote Reyle in the Linden Courier.", [REYLE]),
        ("“Ours,” Reyle and his deputy said.", [None]),
        ("“Ours,” said Reyle and Brandt.", [None]),
        ("Reyle’s Birchland said it was “ours.”", [None]),
        ("Reyle met Brandt and “smiled.”", [None]),
        ("The “Reyle” is a ship.", [None]),
        # Pronouns.
        ("Reyle came to Linden. He said the quay was “ours.”", [REYLE]),
        ("Reyle met Brandt. He said the quay was “ours.”", [None]),
        ("Reyle met an official. He said the quay was “ours.”", [None]),
        ("Reyle called Osk. He said the quay was “ours.”", [None]),
        ("Reyle met Pavel Osk. He said the quay was “ours.”", [None]),
        ("Reyle met the press. Brandt was there. He said the quay was “ours.”", [None]),
        ("The talks were long. He said the quay was “ours.”", [None]),
        ("“Ours,” they said.", [None]),
        # Organizations, and what has their name, too.
        ("Quell’s Foreign Ministry said the quay was “ours.”", [MINISTRY]),
        ("The Foreign Ministry said the quay was “ours.”", [MINISTRY]),
        ("Tavolia’s Foreign Ministry said the quay was “ours.”", [None]),
        ("The Tavolian Foreign Ministry said the quay was “ours.”", [None]),
        ("Tavolian Foreign Ministry officials said the quay was “ours.”", [None]),
        ("Foreign Ministry spokeswoman Mira Osk said the quay was “ours.”", [None]),
        ("A spokeswoman of the Foreign Ministry said the quay was “ours.”", [None]),
        ("Harth said the quay was “ours.”", ["quell"]),
        ("The Harth Times said the quay was “ours.”", [None]),
        ("Quell Radio said the quay was “ours.”", [None]),
        ("The Linden Courier reported that the quay was “ours.”", [None]),
        ("As a sailors’ saying goes: “No quay, no fish.”", ["sailors-saying"]),
        # A name that others have, too.
        ("Ilva Reyle said it was “ours.”", [None]),
        ("Tan Osk said it was “ours.”", [None]),
        ("Brandt said it was “ours.”", [BRANDT]),
        ("Editor Brandt said it was “ours.”", [None]),
    ],
)  # fmt: skip
def test_each_passage_has_the_right_speaker_or_none(text: str, speakers: list[str | None]) -> None:
    assert [speaker for _, speaker in said(text)] == speakers


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("„Wir wollen den Kai“, sagte Brandt.", [BRANDT]),
        ("Am Freitag sagte Brandt: „Wir wollen den Kai.“", [BRANDT]),
        ("Brandt nannte den Kai „alt“.", [BRANDT]),
        ("„Wir wollen den Kai“, so Brandt.", [BRANDT]),
        ("„Wir wollen den Kai“, sagte ein Sprecher von Brandt.", [None]),
        ("„Wir wollen den Kai“, sagte Brandts Sprecher Osk.", [None]),
        ("„Wir wollen den Kai“, sagte Ilva Brandt.", [None]),
        ("Laut Brandt ist der Kai „alt“.", [BRANDT]),
        ("Kanzlerin Brandt betonte: »Wir wollen den ›Kai‹.«", [BRANDT, None]),
        ("„Wir wollen den Kai“, sagte Brandt. „Und wir wollen ihn bald.“", [BRANDT, BRANDT]),
    ],
)
def test_in_german(text: str, speakers: list[str | None]) -> None:
    named = "Kanzlerin Hedda Brandt traf Tomas Reyle."
    assert [speaker for _, speaker in said(text, lang="de", named=named)] == speakers


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("谭墨罗表示：“我们愿意合作。”", [TAN]),
        ("谭墨罗总理强调，“合作是双向的。”", [TAN]),
        ("奎尔总理谭墨罗说：“我们愿意合作。”", [TAN]),
        ("谭墨罗在会见勃兰特时指出：“我们愿意合作。”", [TAN]),
        ("谭墨罗对赫达·勃兰特说：“我们愿意合作。”", [TAN]),
        ("“我们愿意合作。”谭墨罗说。", [TAN]),
        ("谭墨罗还强调“相互尊重”的原则。", [TAN]),
        ("谭墨罗的发言人表示：“我们愿意合作。”", [None]),
        ("谭墨罗夫表示：“我们愿意合作。”", [None]),  # a longer name
        ("奎尔外交部发言人表示：“我们愿意合作。”", [None]),
        ("谭墨罗和赫达·勃兰特表示：“我们愿意合作。”", [None]),
        ("谭墨罗会见赫达·勃兰特，对方表示：“我们愿意合作。”", [None]),
        ("谭墨罗表示：「我們『願意』合作。」", [TAN, None]),
    ],
)
def test_in_chinese(text: str, speakers: list[str | None]) -> None:
    assert [speaker for _, speaker in said(text, lang="zh", named="谭墨罗会见赫达·勃兰特。")] == speakers


def test_a_family_name_is_known_without_sort_once_the_whole_name_stands_in_the_text() -> None:
    sentence = "“We want the quay,” Sund said."
    assert said(sentence, named=f"{NAMED} Mika Sund was there.") == [("We want the quay,", "mika-sund")]
    assert said(sentence) == [("We want the quay,", None)]
