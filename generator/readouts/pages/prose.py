"""The small Markdown subset of prose fields, as a tree."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from pydantic_core import PydanticCustomError

from readouts.graph import RECORD_LINK, Graph, Node, read_record_link
from readouts.model.fields import read_url
from readouts.pages.titles import title_of
from readouts.text import Prose, Text

DEEPEST = 20
Find = Callable[[str], Node | None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """A node of prose: its kind, its text or children, where it links to with which hint, where a list counts from."""

    kind: str
    text: Text | None = None
    children: tuple["Piece", ...] = ()
    node: Node | None = None
    url: Text | None = None
    hint: Text | None = None
    start: int = 1


def _record_link(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  # the signature of a markdown-it rule
    match = RECORD_LINK.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        token = state.push("record_link", "", 0)
        token.content, token.meta = match[2] or "", {"target": match[1].strip()}
    state.pos = match.end()
    return True


def _is_web_address(written: str) -> bool:
    try:
        read_url(written)
    except PydanticCustomError:
        return False
    return True


def _reader() -> MarkdownIt:
    reader = MarkdownIt("zero").enable(["list", "emphasis", "link", "newline"])
    reader.inline.ruler.before("link", "record_link", _record_link)
    # What links to no web address stays text, to the letter.
    reader.validateLink = _is_web_address  # type: ignore[method-assign, assignment] # the documented way to set it
    reader.normalizeLink = lambda url: url  # type: ignore[method-assign] # addresses stay as written
    return reader


_READER = _reader()
_KINDS = {
    "paragraph": "paragraph", "bullet_list": "list", "ordered_list": "numbered", "list_item": "item",
    "em": "emphasis", "strong": "strong", "link": "link", "text": "text", "softbreak": "space", "hardbreak": "break",
}  # fmt: skip


def _leaf(token: Token, find: Find) -> Piece:
    if token.type == "record_link":
        node, label = find(token.meta["target"]), Text(token.content) if token.content.strip() else None
        return Piece(kind="record" if node else "text", text=label, node=node)
    if token.children is not None:
        return Piece(kind="inline", children=_pieces(token.children, find))
    return Piece(kind=_KINDS[token.type], text=Text(token.content) if token.type == "text" else None)


def _branch(opening: Token, children: tuple[Piece, ...]) -> Piece:
    kind = "inline" if opening.hidden else _KINDS[opening.type.removesuffix("_open")]
    attributes = opening.attrs
    url = read_url(str(attributes["href"])) if kind == "link" else None
    hint = Text(str(attributes["title"])) if kind == "link" and attributes.get("title") else None
    if url and not children:
        children = (Piece(kind="text", text=url),)
    return Piece(kind=kind, children=children, url=url, hint=hint, start=int(attributes.get("start", 1)))


def _pieces(tokens: Iterable[Token], find: Find) -> tuple[Piece, ...]:
    """Return the tree that a flat run of opening and closing tokens stands for; what is too deep joins its parent."""
    levels: list[list[Piece]] = [[]]
    opened: list[Token] = []
    for token in tokens:
        if token.nesting > 0:
            opened.append(token)
            levels.append([])
        elif token.nesting == 0:
            levels[-1].append(_leaf(token, find))
        else:
            opening, children = opened.pop(), levels.pop()
            if len(opened) >= DEEPEST:
                levels[-1] += children
            else:
                levels[-1].append(_branch(opening, tuple(children)))
    return tuple(levels[0])


def read_prose(graph: Graph, prose: Prose) -> tuple[Piece, ...]:
    """Return the blocks of a prose field, its record links resolved."""

    def find(target: str) -> Node | None:
        return graph.get(*read_record_link(target))

    tokens = _READER.parse(prose.raw)
    if any(token.level >= _READER.options["maxNesting"] - 1 for token in tokens):
        # The reader drops what is nested deeper; nothing that was written may be lost.
        return (Piece(kind="paragraph", children=(Piece(kind="text", text=Text(prose.raw)),)),)
    return _pieces(tokens, find)


def plain(pieces: tuple[Piece, ...]) -> Iterator[str]:
    """Yield the words of prose without its marks, for descriptions."""
    for piece in pieces:
        if piece.text is not None:
            yield piece.text.raw
        elif piece.node is not None:
            yield title_of(piece.node).raw
        elif piece.kind in ("space", "break"):
            yield " "
        yield from plain(piece.children)
        if piece.kind in ("paragraph", "item"):
            yield " "
