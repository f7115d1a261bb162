"""Installs what the tests run on node, before they run side by side."""

from tests.node import install

install()
