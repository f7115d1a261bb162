"""Runs of MkDocs on a project, set up as our commands need them."""

import logging
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mkdocs.commands import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from readouts.plugin.hooks import ContentError, ReadoutsPlugin
from readouts.problem import ReadoutsError
from readouts.project import Project
from readouts.publish import published
from readouts.render import fault_of_template


@contextmanager
def configured(project: Project, site: Path) -> Iterator[tuple[MkDocsConfig, ReadoutsPlugin]]:
    """Yield the configuration of a run of MkDocs that writes to a folder, and our plugin in it.

    A project without `docs` gets an empty folder for it. What goes wrong is told by one of our errors.
    """
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    empty = tempfile.mkdtemp(prefix="readouts-")
    docs = project.config.parent / "docs"
    try:
        with told_as_ours():
            yield _load(project, docs_dir=str(docs if docs.is_dir() else empty), site_dir=str(site))
    finally:
        shutil.rmtree(empty)


def _load(project: Project, **settings: Any) -> tuple[MkDocsConfig, ReadoutsPlugin]:
    config = load_config(str(project.config), **settings)
    plugin = config.plugins.get("readouts")
    if not isinstance(plugin, ReadoutsPlugin):
        raise ReadoutsError(f"{project.config} does not list the plugin 'readouts'")
    plugin.project = project
    return config, plugin


@contextmanager
def told_as_ours() -> Iterator[None]:
    """Turn what MkDocs and templates raise into errors of ours."""
    try:
        yield
    except (ContentError, ReadoutsError):
        raise
    except Abort as error:
        raise ReadoutsError(str(error)) from error
    except (MkDocsException, UnicodeError) as error:  # of a page or plugin of the project's own
        raise ReadoutsError(f"MkDocs: {error}") from error
    except Exception as error:
        if (fault := fault_of_template(error)) is None:
            raise
        raise fault from error


def build_site(project: Project) -> None:
    """Build a project's site in the place of the one before; raise ContentError if the content has errors."""
    with published(project.site) as staging, configured(project, staging) as (config, _):
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build.build(config)
        finally:
            config.plugins.on_shutdown()
