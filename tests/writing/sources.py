"""Records as anyone may write them: any text, keys in any order, any layout, comments anywhere."""

import json
import random
from typing import Any

from hypothesis import strategies as st

from readouts.load.characters import cleaned
from readouts.load.reader import read
from readouts.model import Part
from readouts.model.shape import Either, Fields, Many, Shape, Table, Value, keys_in_order, shapes

ODD = (
    "NO", "on", "12:30", "1_000", "~", "null", "true", "0x1f", "---", "...", "- a", "-", "a - b", "? a", "a: b", "a:",
    ":a", "#a", "a #b", "a# b", "a, b", "[a", "a]", "{a}", "&a", "*a", "!a", "%a", "@a", "`a`", "|", ">", "|-", "'a'",
    '"a"', 'a "b" c', "it's", "a\\b", "a\tb", "\ta", "a\t", " a", "a ", "a  b", "<<", "=",
    "中文没有空格", "中文 有 空格",
    "👩‍👩‍👧 🇨🇳", "“quoted”", "a\nb", "a\n", "a\n\nb\n", "\na", "a\n\n", " a\nb", "a\n  b\n", "a \nb\n",
    "a\n \nb", "# a\n- b\n", "--- a\nb", "a\n...\nb", "http://a.example/?b=c&d#e", "a:b", "a,b", "(a)", "a\u00a0b",
    "\u3000a", "e\u0301", "a\n# b", "a\n\tb",
)  # fmt: skip
WORDS = ("to", "progress,", "said:", "#1", "–", "“we", "harbour", "中文", " ", "-", "'s", "\n")
TEXTS = st.one_of(
    st.sampled_from(ODD),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30),
    st.lists(st.sampled_from(WORDS), max_size=80).map(" ".join),
).filter(lambda text: text.strip() and cleaned(text) == (text, [], []))
IDS = st.from_regex(r"[a-z][a-z0-9]{0,9}(-[a-z0-9]{1,5}){0,2}", fullmatch=True)


def _values(shape: Shape) -> st.SearchStrategy[Any]:
    match shape:
        case Value(choices=choices):
            return st.sampled_from(choices) if choices else st.one_of(IDS, TEXTS)
        case Many(item=item):
            return st.lists(_values(item), max_size=3)
        case Table(value=value):
            return st.dictionaries(st.one_of(IDS, TEXTS.filter(_is_key)), _values(value), max_size=3)
        case Either(value=value, model=model):
            return st.one_of(_values(value), records(model))
        case Fields(model=model):
            return records(model)


def _is_key(text: str) -> bool:
    return text != "<<"


def records(model: type[Part]) -> st.SearchStrategy[dict[str, Any]]:
    """Data of a model's shape: some of its fields, in any order."""
    known = {key: _values(shapes(model)[key]) for key in keys_in_order(model)}
    some = st.lists(st.sampled_from(list(known)), unique=True, min_size=1, max_size=6)
    return some.flatmap(lambda keys: st.fixed_dictionaries({key: known[key] for key in keys}))


HOSTILE = (
    "",
    " - [ {",
    " a: b",
    ' "',
    " '",
    " |",
    " >-",
    " 中文 👩‍👩‍👧",
    " # again",
    "\t",
    " ,]}",
    " ---",
    " %TAG",
    " *a &b !c",
)


class Scribbler:
    """Writes data in one of the many ways that are read as that data, and remembers each comment and whose it is."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.lines: list[str] = []
        self.comments: dict[str, tuple[str | int, ...]] = {}

    def likely(self, share: float = 0.5) -> bool:
        return self.chance.random() < share

    def comment(self, path: tuple[str | int, ...]) -> str:
        text = f"#{self.chance.choice(('', ' '))}⟦{len(self.comments)}⟧{self.chance.choice(HOSTILE)}"
        self.comments[text.rstrip()] = path
        return text

    def above(self, path: tuple[str | int, ...], indent: int) -> None:
        while self.likely(0.2):
            if self.likely(0.3):
                self.lines += [""] * self.chance.randint(1, 3)
            self.lines.append(" " * indent + self.comment(path))
        if self.likely(0.2):
            self.lines.append("")

    def beside(self, path: tuple[str | int, ...]) -> str:
        return f"{self.chance.choice((' ', '   '))}{self.comment(path)}" if self.likely(0.15) else ""

    def mapping(self, data: dict[str, Any], path: tuple[str | int, ...], indent: int) -> None:
        for key in self.chance.sample(list(data), len(data)):
            own = (*path, key)
            self.above(own, indent)
            self.entry(f"{' ' * indent}{self.key(key)}:", data[key], own, indent)
        self.below(path, indent)

    def below(self, path: tuple[str | int, ...], indent: int) -> None:
        """Write comments below the last item, indented as it is: so they belong to what ends here."""
        while indent and self.likely(0.1):
            self.lines.append(" " * indent + self.comment(path))

    def items(self, data: list[Any], path: tuple[str | int, ...], indent: int) -> None:
        for index, item in enumerate(data):
            own = (*path, index)
            self.above(own, indent)
            dash = f"{' ' * indent}-"
            if isinstance(item, str) or self.likely(0.2) or not item:
                self.entry(dash, item, own, indent, in_list=True)
                continue
            gap = self.chance.randint(1, 3)
            first = len(self.lines)
            (self.mapping if isinstance(item, dict) else self.items)(item, own, indent + 1 + gap)  # type: ignore[operator]
            written = range(first, len(self.lines))
            line = next(n for n in written if self.lines[n].strip() and self.lines[n].lstrip()[0] != "#")
            if line > first:
                self.lines.insert(first, dash)
            else:
                self.lines[line] = f"{dash}{' ' * gap}{self.lines[line].lstrip(' ')}"

    def entry(self, lead: str, value: Any, path: tuple[str | int, ...], indent: int, *, in_list: bool = False) -> None:
        if isinstance(value, str):
            self.scalar(lead, value, path, indent)
        elif not value or self.likely(0.3):
            flow = self.flow(value, path, indent)
            self.lines += f"{lead} {flow}{self.beside(path)}".split("\n")
        else:
            is_list = isinstance(value, list)
            self.lines.append(f"{lead}{self.beside(path)}")
            deeper = indent + self.chance.randint(0 if is_list and not in_list else 1, 4)
            if is_list:
                self.items(value, path, deeper)
                if deeper > indent:
                    self.below(path, deeper)
            else:
                self.mapping(value, path, deeper)

    def scalar(self, lead: str, value: str, path: tuple[str | int, ...], indent: int) -> None:
        pad = " " * (indent + self.chance.randint(1, 4))
        body = value.removesuffix("\n")
        end = "" if body != value else "-"
        lines = [f"|{end}{{}}", *(f"{pad}{line}" if line else "" for line in body.split("\n"))]
        folded = [f">{end}{{}}", *(pad + line for line in body.replace(" ", "\n").split("\n"))]
        wrapped = f"\n{pad}".join(value.split(" "))
        choices = [f"{value}{{}}", f"{wrapped}{{}}", f"{quoted_once(value)}{{}}", "\n".join(lines), "\n".join(folded)]
        candidates = [choice.replace("{}", "", 1) if "{}" in choice else choice for choice in choices]
        fine = [n for n, candidate in enumerate(candidates) if reads(f"k: {candidate}\n", value)]
        written = choices[self.chance.choice(fine)] if fine and self.likely(0.8) else f"{escaped(value)}{{}}"
        beside = self.beside(path)
        if beside == "" and self.likely(0.1) and written[0] not in "|>":
            lead, written = f"{lead}{self.beside(path)}", f"\n{pad}{written}"
        else:
            written = f" {written}"
        at = written.rindex("{}") if written.lstrip()[0] not in "|>" else written.index("{}")
        self.lines += f"{lead}{written[:at]}{beside}{written[at + 2 :]}".split("\n")

    def key(self, key: str) -> str:
        return key if self.likely(0.8) and reads_key(f"{key}: v", key) else escaped(key)

    def gap(self, indent: int) -> str:
        """Return what may stand beside a comma or a bracket."""
        if self.likely(0.7):
            return self.chance.choice(("", " "))
        pad = "\n" + " " * (indent + self.chance.randint(1, 5))
        return f"{self.beside(())}{pad}{self.comment(()) + pad if self.likely(0.2) else ''}"

    def flow(self, value: Any, path: tuple[str | int, ...], indent: int) -> str:
        if isinstance(value, str):
            choices = [value, quoted_once(value)]
            fine = [choice for choice in choices if choice != "-" and reads(f"{{k: {choice}}}", value)]
            return self.chance.choice(fine) if fine and self.likely(0.8) else escaped(value)
        if isinstance(value, list):
            parts = [self.flow(item, (*path, n), indent) for n, item in enumerate(value)]
        else:
            parts = [f"{self.key_in_flow(key)}: {self.flow(item, (*path, key), indent)}" for key, item in value.items()]
        inner = ",".join(f"{self.gap(indent)} {part}{self.gap(indent)}" for part in parts)
        last = "," if parts and self.likely(0.2) else ""
        brackets = "[]" if isinstance(value, list) else "{}"
        return f"{brackets[0]}{inner}{last}{self.gap(indent)}{brackets[1]}"

    def key_in_flow(self, key: str) -> str:
        return key if self.likely(0.8) and reads_key(f"{{{key}: v}}", key) else escaped(key)

    def text(self, data: dict[str, Any]) -> str:
        self.mapping(data, (), 0)
        while self.likely(0.2):
            self.lines += [*[""] * self.chance.randint(0, 2), self.comment(())]
        start = self.chance.choice(("", "", "---\n"))
        text = start + "\n".join(self.lines)
        # The end of a text may be that of the file.
        fine = [end for end in ("\n", "", "\n\n") if read(text + end).data == data]
        return text + self.chance.choice(fine)


def quoted_once(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def escaped(text: str) -> str:
    return json.dumps(text, ensure_ascii=max(text) < "\U00010000")


def reads(source: str, text: str) -> bool:
    reading = read(source)
    return reading.data == {"k": text} and not reading.faults


def reads_key(source: str, key: str) -> bool:
    reading = read(source)
    return reading.data == {key: "v"} and not reading.faults
