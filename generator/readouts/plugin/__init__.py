"""MkDocs: the plugin that gives it our pages, and runs of it to build and to serve."""

from readouts.plugin.hooks import ContentError, ReadoutsPlugin
from readouts.plugin.runs import build_site
from readouts.plugin.serving import serve_site

__all__ = ["ContentError", "ReadoutsPlugin", "build_site", "serve_site"]
