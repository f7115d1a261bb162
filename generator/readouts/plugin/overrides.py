"""Templates of a project's own that take no other's place."""

from collections.abc import Iterator
from pathlib import Path

from mkdocs.utils import get_theme_dir

from readouts.plugin.settings import THEME
from readouts.project import SHIPPED
from readouts.text import near, one_slip_away

_KINDS = (".md", ".html", ".css", ".xml")  # what a page is made with


def _names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def _likely_template(name: str, shipped: list[str]) -> str | None:
    """Return the template that was probably meant: one with the same name elsewhere, or with one that is alike."""
    base = name.rpartition("/")[2].casefold()
    if elsewhere := next((other for other in shipped if other.rpartition("/")[2] == base), None):
        return elsewhere
    stems = {other.rpartition(".")[0]: other for other in shipped}
    alike = near(name.rpartition(".")[0], stems)
    return stems[alike] if alike else None


def _likely_file_of_theme(name: str, shipped: list[str]) -> str | None:
    """Return the file of the theme that was probably meant: others than ours are there by right, as a picture is."""
    folder, _, base = name.rpartition("/")
    beside = [other for other in shipped if other.rpartition("/")[0] == folder]
    found = one_slip_away(base.casefold(), [other.rpartition("/")[2] for other in beside])
    return f"{folder}/{found}" if found else None


def remarks(folder: Path) -> Iterator[str]:
    """Yield a sentence about each template of a folder that has no effect, by all that can be seen."""
    shipped, own = _names(SHIPPED / "templates"), _names(folder)
    material = Path(get_theme_dir(THEME))
    sources = {name: (folder / name).read_text("utf-8", "replace") for name in own if name.endswith(_KINDS)}
    for name, source in sources.items():
        base = name.rpartition("/")[2]
        if name in shipped or base == "README.md" or base.startswith("."):
            continue
        if any(name in text or base in text for text in sources.values() if text is not source):
            continue
        in_theme = name.removeprefix("theme/")
        if in_theme != name:
            meant = None if (material / in_theme).exists() else _likely_file_of_theme(name, shipped)
        else:
            meant = _likely_template(name, shipped)
        if meant or in_theme == name:
            hint = f": did you mean {folder.name}/{meant}?" if meant else ", and none of yours includes it"
            yield f"{folder.name}/{name} takes the place of no template{hint}"
