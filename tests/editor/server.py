"""YAML's language server for the editor tests."""

from tests.node import NODE, PACKAGES, NoPackagesError, install

NoServerError = NoPackagesError
PROGRAM = PACKAGES / "yaml-language-server" / "bin" / "yaml-language-server"


def command() -> list[str]:
    """Return the command that starts the server."""
    install()
    return [str(NODE), str(PROGRAM), "--stdio"]
