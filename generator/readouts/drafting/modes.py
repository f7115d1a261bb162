"""Whether a passage is quoted as whole sentences or as some words within another sentence."""

from readouts.drafting.article import Article
from readouts.drafting.reading import Found
from readouts.text import is_unspaced

_INTRODUCES = ":：,，"
_ENDS = ".!?…。！？"
_PAUSES = ",;，；"


def is_direct(article: Article, found: Found) -> bool:
    """Tell whether a passage is direct speech, and not only a part of the sentence around it."""
    passage, sentence = found.passage, found.sentence
    words = article.text(passage)
    if sentence.is_passage_alone or passage.goes_on or passage.continues:
        return True
    before = article.paragraphs[passage.paragraph - 1][sentence.start : passage.outer_start].rstrip()
    after = article.paragraphs[passage.paragraph - 1][passage.outer_end : passage.outer_end + 1]
    is_whole = words[-1] in _ENDS + _PAUSES or (" " in words and (after in _ENDS + _PAUSES))
    first = next(character for character in words if character.isalnum())
    if is_unspaced(first):
        is_credited = not before and after in _PAUSES and found.credited.said is not None
        is_sentence = words[-1] in _ENDS and (not before or before[-1] in _INTRODUCES)
        return before.endswith((":", "：")) or is_sentence or is_credited
    begins = first.isupper() and (not before or before[-1] in _INTRODUCES or _follows_verb(found))
    return (begins and is_whole) or _resumes(article, found)


def _follows_verb(found: Found) -> bool:
    tokens = found.sentence.tokens
    index = found.sentence.place_of(found.passage)
    return index > 0 and tokens[index - 1].kind == "verb"


def _resumes(article: Article, found: Found) -> bool:
    """Tell whether a passage goes on with direct speech after the words that credit it: “…,” she said, “…”."""
    tokens, said = found.sentence.tokens, found.credited.said
    if said is None or said.sentence is not found.sentence:
        return False
    index = found.sentence.place_of(found.passage)
    earlier = next((i for i in range(index - 1, -1, -1) if tokens[i].passage), None)
    if earlier is None or tokens[index - 1].text not in ",，":
        return False
    first = next((i for i in range(earlier + 1, index) if not tokens[i].is_mark), None)
    words = article.text(tokens[earlier].passage)  # type: ignore[arg-type]  # it has one
    return said.credit.first == first and words[0].isupper()
