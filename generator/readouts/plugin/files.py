"""Which of the files that MkDocs finds go into the site."""

from fnmatch import fnmatch

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.utils import get_theme_dir

from readouts.plugin.settings import THEME

_UNLOADED = ("assets/javascripts/*", "*.map")
_PALETTE = "assets/stylesheets/palette.*"  # loaded where a project sets `palette`


def drop_unloaded(files: Files, config: MkDocsConfig) -> None:
    """Leave out what no page loads of what comes with Material: its scripts, and maps for those who write them."""
    patterns = _UNLOADED if config.theme.get("palette") else (*_UNLOADED, _PALETTE)
    material = get_theme_dir(THEME)
    for file in list(files):
        if file.src_dir == material and any(fnmatch(file.src_uri, pattern) for pattern in patterns):
            files.remove(file)
