"""What becomes of the files that MkDocs finds."""

import os
import re
from fnmatch import fnmatch
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.utils import get_theme_dir

from readouts.plugin.settings import THEME
from readouts.problem import ReadoutsError

_UNLOADED = ("assets/javascripts/*", "*.map")
_COMMENT = re.compile(r"(?P<kept>\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|url\([^)]*\))|/\*.*?\*/", re.DOTALL)
_LINE_END = re.compile(r"\s*\n\s*")
_PALETTE = "assets/stylesheets/palette.*"  # loaded where a project sets `palette`


def drop_unloaded(files: Files, config: MkDocsConfig) -> None:
    """Leave out what no page loads of what comes with Material: its scripts, and maps for those who write them."""
    patterns = _UNLOADED if config.theme.get("palette") else (*_UNLOADED, _PALETTE)
    material = get_theme_dir(THEME)
    for file in list(files):
        if file.src_dir == material and any(fnmatch(file.src_uri, pattern) for pattern in patterns):
            files.remove(file)


def compress(files: Files, stylesheet: str) -> None:
    """Leave out of a stylesheet what is there for those who write it: comments and indentation."""
    file = files.get_file_from_path(stylesheet)
    if file is not None:
        bare = _COMMENT.sub(lambda match: match["kept"] or " ", file.content_string)
        file.content_string = _LINE_END.sub("\n", bare).strip()


def refuse_links(folder: Path) -> None:
    """Raise ReadoutsError at a symbolic link in a folder: the site would show what it leads to, a secret perhaps."""
    found = (Path(parent, name) for parent, folders, files in os.walk(folder) for name in (*folders, *files))
    for path in (folder, *found):
        if path.is_symlink():
            raise ReadoutsError(
                f"{path} is a link, to {path.readlink()}: put the file itself there, or remove the link"
            )
