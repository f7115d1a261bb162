"""The settings that our pages need of MkDocs, whatever a project's own file leaves out."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.yaml import yaml_load

from readouts.pages import Publication
from readouts.problem import ReadoutsError
from readouts.project import CONFIG, SHIPPED

THEME = "material"
NO_ADDRESS = (
    f"{CONFIG}: no site_url: the sitemap is empty, citations have no address, the page for wrong addresses is right"
    " only at the root of a host; add `site_url: https://…`"
)


def complete(config: MkDocsConfig) -> None:
    """Add the Markdown extensions and the sections of the shipped file; raise ReadoutsError if the theme is another."""
    if config.theme.name != THEME:
        raise ReadoutsError(
            f"{CONFIG}: the theme must be {THEME}: write `theme: {THEME}`; changes to it go in templates/theme"
        )
    shipped = yaml_load((SHIPPED / CONFIG).read_text(encoding="utf-8"))
    config.nav = config.nav or shipped["nav"]
    for extension in shipped["markdown_extensions"]:
        name, options = next(iter(extension.items())) if isinstance(extension, dict) else (extension, {})
        if name not in config.markdown_extensions:
            config.markdown_extensions.append(name)
        config.mdx_configs[name] = {**options, **config.mdx_configs.get(name, {})}


def publication_of(config: MkDocsConfig) -> Publication:
    """Return what the settings say of the site as it is published."""
    repository, edit_uri = (config.repo_url or "").rstrip("/"), config.edit_uri or ""
    # Where a project says nothing MkDocs guesses a folder `docs`, in which there is no record.
    edit_base = f"{repository}/{edit_uri}" if repository and edit_uri and not edit_uri.endswith("/docs/") else ""
    return Publication(name=config.site_name, url=config.site_url or "", repository=repository, edit_base=edit_base)
