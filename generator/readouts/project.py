"""Where a project keeps its content, its site and its templates."""

from dataclasses import dataclass
from pathlib import Path

from readouts.problem import ReadoutsError

CONFIG = "mkdocs.yml"
_PACKAGE = Path(__file__).parent
# In a wheel what a site needs lies inside the package; in a checkout it lies beside the source root.
SHIPPED = _PACKAGE if (_PACKAGE / CONFIG).is_file() else _PACKAGE.parents[1]


@dataclass(frozen=True, kw_only=True)
class Project:
    """The folders of a project; `config` and the last of `templates` may be those of the package."""

    root: Path
    config: Path
    content: Path
    site: Path
    templates: tuple[Path, ...]


def _root(start: Path) -> Path | None:
    return next((folder for folder in (start, *start.parents) if (folder / CONFIG).is_file()), None)


def _refuse_overlap(folder: Path, site: Path) -> None:
    """Refuse a site inside a folder of the project or around it: a build would take one for the other, or remove it."""
    if folder.is_relative_to(site) or site.is_relative_to(folder):
        raise ReadoutsError(f"{folder} and the site in {site} lie one inside the other: move one of them")


def find_project(start: Path, *, content: Path | None = None, site: Path | None = None) -> Project:
    """Return the project of the nearest folder upward with a `mkdocs.yml`; raise ReadoutsError if there is none.

    With a content folder given no project is needed: theme and templates then come from the package.
    """
    root = _root(start.resolve())
    if root is None and content is None:
        raise ReadoutsError(f"no project here: neither {start} nor a folder above it has a {CONFIG}")
    content = content.resolve() if content else (root or start) / "content"
    if not content.is_dir():
        raise ReadoutsError(f"no content folder: {content}")
    own = root / "templates" if root else None
    templates = tuple(dict.fromkeys(folder for folder in (own, SHIPPED / "templates") if folder and folder.is_dir()))
    root = root or content.parent
    place = site.resolve() if site else root / "site"
    for folder in (content, root / "docs", *templates):
        _refuse_overlap(folder.resolve(), place)
    return Project(
        root=root,
        config=root / CONFIG if (root / CONFIG).is_file() else SHIPPED / CONFIG,
        content=content,
        site=place,
        templates=templates,
    )
