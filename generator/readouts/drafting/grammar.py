"""The words by which a language says who speaks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from readouts.drafting.names import words_of
from readouts.text import is_unspaced, primary


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _phrases(text: str) -> frozenset[str]:
    return frozenset(phrase.strip() for phrase in text.split("|"))


@dataclass(frozen=True, kw_only=True)
class Grammar:
    """What stands around the name of a speaker.

    `verbs` and `leads` credit a subject before them and after them; XX    `between` may come between a subject and its verb, `before` and `times` before a subject, `titles` before a name and
    `ranks` after it, `documents` and `kinds` stand for what was named before.
    """

    verbs: frozenset[str] = frozenset()
    leads: frozenset[str] = frozenset()
    participles: frozenset[str] = frozenset()
    relaying: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    between: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    loose: frozenset[str] = frozenset()
    turns: frozenset[str] = frozenset()
    joins: frozenset[str] = frozenset()
    likens: frozenset[str] = frozenset()
    passive: frozenset[str] = frozenset()
    agent: frozenset[str] = frozenset()
    quoting: frozenset[str] = frozenset()
    as_saying: frozenset[str] = frozenset()
    towards: frozenset[str] = frozenset()
    aside_begins: frozenset[str] = frozenset()
    aside_ends: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    ranks: frozenset[str] = frozenset()
    times: frozenset[str] = frozenset()
    pronouns: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    nameless: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()
    kinds: Mapping[str, tuple[str, ...]]
    doubted: frozenset[str] = frozenset()
    inverts: bool = False

    @cached_property
    def longest(self) -> int:
        """Return of how many words the longest verb or lead is."""
        return max((len(words_of(phrase)) for phrase in (*self.verbs, *self.leads, *self.lexicon)), default=0)

    @cached_property
    def lexicon(self) -> frozenset[str]:
        """Return the other words, those of several characters in Chinese among them."""
        several = (self.between, self.before, self.ranks, self.titles, self.documents, self.pronouns, self.others)
        return frozenset().union(*several)

    @staticmethod
    def joined(words: Sequence[str]) -> str:
        """Return some words as the phrases here are written: apart, or together in scripts without spaces."""
        return ("" if words and is_unspaced(words[0][0]) else " ").join(words)


ENGLISH = Grammar(
    verbs=_phrases(
        "said|says|say|told|tells|added|adds|noted|stated|emphasized|emphasised|emphasizes|stressed|stresses|urged|"
        "asserted|asserts|warned|warns|argued|argues|insisted|insists|explained|explains|announced|declared|remarked|"
        "observed|pointed out|points out|reiterated|reiterates|reaffirmed|affirmed|confirmed|claimed|wrote|writes|asked|"
        "replied|answered|responded|called|described|expressed hope|expressed concern|expressed support|voiced hope|"
        "voiced concern|vowed|pledged|promised|underlined|underscored|highlighted|commented|acknowledged|admitted|"
        "denied|complained|suggested|proposed|recalled|tweeted|posted|read|reads|goes|puts it|put it|has it|"
        "was quoted as saying|were quoted as saying|is quoted as saying|was cited as saying|has been quoted as saying|"
        "quoted|cited|branded|labelled|labeled|dubbed|termed|characterized|characterised|"
        "saying|adding|noting|stressing|emphasizing|emphasising|warning|calling|describing|urging|arguing|insisting|telling"
    ),
    participles=_words(
        "saying adding noting stressing emphasizing emphasising warning calling describing urging arguing insisting telling"
    ),
    relaying=_phrases(
        "was quoted as saying|were quoted as saying|is quoted as saying|was cited as saying|has been quoted as saying"
    ),
    told=_words("told tells asked urged warned telling"),
    leads=_phrases("according to|we read in|in the words of"),
    between=_words(
        "also further furthermore then later again repeatedly publicly has had have once previously earlier finally "
        "recently on late early today yesterday himself herself itself"
    ),
    before=_words(
        "while when where whereas as and but then later earlier meanwhile however today yesterday because since although "
        "though after before so yet perhaps separately additionally moreover also instead"
    ),
    after=_words("in on at during to after before when while as late early earlier today yesterday through via"),
    loose=_words("perhaps also however then"),
    turns=_words("but while whereas although though because unless ;"),
    joins=_words("and or"),
    likens=_words("as"),
    passive=_words("was were is are been be being got"),
    agent=_words("by"),
    quoting=_words("quoted cited"),
    as_saying=_words("as saying telling"),
    articles=_words("the a an its their his her"),
    titles=_words(
        "president vice premier prime minister foreign chancellor secretary general state treasury defense defence "
        "chairman chairwoman chair king queen prince mr mr. mrs mrs. ms ms. dr dr. sen sen. senator rep rep. gen gen. "
        "gov gov. governor ambassador envoy director leader first counterpart then former spokesman spokeswoman "
        "spokesperson deputy acting special representative speaker then-president then-premier ex-president"
    ),
    times=_words(
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
        "september october november december"
    ),
    pronouns=_words("he she"),
    others=_words("it they we i you who which that this these those"),
    nameless=_words(
        "official officials adviser advisor aide aides analyst expert diplomat journalist reporter man woman wife husband "
        "son daughter friend colleague critic lawyer professor scholar source"
    ),
    documents=_phrases(
        "statement|press release|release|readout|read-out|communique|communiqué|document|text|transcript|news release|"
        "joint statement|press statement|letter|note|memorandum|declaration"
    ),
    kinds={
        "ministry": ("ministry",), "department": ("ministry", "agency"), "agency": ("agency",), "party": ("party",),
        "newspaper": ("press",), "paper": ("press",), "company": ("company",), "chancellery": ("ministry",),
    },
    doubted=_words(
        "claim claims accusation accusations allegation allegations charge charges criticism so-called rumour rumours "
        "rumor rumors suggestion suggestions notion notions idea label"
    ),
)  # fmt: skip

GERMAN = Grammar(
    verbs=_phrases(
        "sagte|sagt|erklärte|erklärt|betonte|betont|teilte mit|schrieb|schreibt|meinte|meint|warnte|warnt|forderte|"
        "unterstrich|bekräftigte|antwortete|fragte|ergänzte|versicherte|kündigte an|fügte hinzu|lobte|kritisierte|"
        "nannte|bezeichnete|sprach von|wurde zitiert|wurde mit den Worten zitiert|heißt es|hieß es"
    ),
    relaying=_phrases("wurde zitiert|wurde mit den Worten zitiert"),
    leads=_phrases("laut|so|nach Angaben von|nach den Worten von|zufolge"),
    between=_words("auch ferner dann später erneut zudem außerdem wiederholt am gestern heute dazu weiter"),
    before=_words("während als wo und aber dann später zuvor doch denn dabei zudem gestern heute"),
    after=_words(
        "in im am nach bei vor zu zum zur während auf weiter dazu ist sind sei seien war hat haben wird werden will"
    ),
    turns=_words("aber doch während obwohl weil sondern ;"),
    joins=_words("und oder"),
    articles=_words("der die das den dem des ein eine"),
    titles=_words(
        "präsident präsidentin kanzler kanzlerin bundeskanzler bundeskanzlerin minister ministerin außenminister "
        "außenministerin ministerpräsident ministerpräsidentin premierminister premierministerin regierungschef "
        "regierungschefin herr herrn frau dr dr. botschafter botschafterin staatschef"
    ),
    times=_words("montag dienstag mittwoch donnerstag freitag samstag sonntag"),
    pronouns=_words("er"),
    others=_words("sie es wir ich man dies das"),
    documents=_words("erklärung mitteilung pressemitteilung stellungnahme kommuniqué"),
    kinds={"ministerium": ("ministry",), "kanzleramt": ("ministry",), "zeitung": ("press",), "partei": ("party",)},
    doubted=_words("vorwurf vorwürfe sogenannte sogenannten behauptung behauptungen"),
    inverts=True,
)

CHINESE = Grammar(
    verbs=_words(
        "表示 说 说道 指出 强调 称 声称 认为 重申 宣布 告诉 补充 补充说 写道 问 问道 回答 回应 回应说 呼吁 敦促 警告 承认 提到 谈到 "
        "坦言 透露 指 介绍 介绍说 主张 批评 赞扬 称赞"
    ),
    told=_words("告诉 敦促 呼吁"),
    leads=frozenset(),
    between=_words("还 也 则 并 又 再次 进一步 随后 当天 同时 曾 就此 此前 今天 昨天"),
    before=_words("当天 随后 此前 同时 但 而 并 据悉 今天 昨天 其中"),
    turns=_words("但 而 ；"),
    towards=_words("对 向 跟"),
    aside_begins=_words("在"),
    aside_ends=_words("时 中 上 后 间"),
    joins=_words("和 与 同 跟 及"),
    ranks=_words("主席 总统 国务卿 外长 部长 总理 总书记 先生 女士 大使 首相 首席部长"),
    titles=_words("主席 总统 国务卿 外长 部长 总理 总书记 先生 女士 大使 首相 国家 外交 首席部长"),
    pronouns=_words("他 她"),
    others=_words("它 我们 他们 我"),
    documents=_words("声明 公报 新闻稿 通报"),
    kinds={},
)

_GRAMMARS = {"en": ENGLISH, "de": GERMAN, "zh": CHINESE}
NONE = Grammar(kinds={})


def grammar_of(lang: str | None) -> Grammar:
    """Return the words of a language; of one that is not known here, none."""
    return _GRAMMARS.get(primary(lang or ""), NONE)
