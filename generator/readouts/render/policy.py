"""What a page may load and run: its Content-Security-Policy."""

import base64
import hashlib
import re
from collections.abc import Iterable

from readouts.problem import ReadoutsError

_INLINE = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL)
_HEAD = '<meta charset="utf-8">'
# Pagefind compiles WebAssembly; Material's icons are addresses of data in its stylesheet.
_ALLOWED = (
    ("default-src", "'none'"),
    ("script-src", "'self' 'wasm-unsafe-eval'"),
    ("worker-src", "'self'"),
    ("connect-src", "'self'"),
    ("style-src", "'self'"),
    ("font-src", "'self'"),
    ("img-src", "'self' data:"),
    ("manifest-src", "'self'"),
    ("base-uri", "'none'"),
    ("form-action", "'self'"),
)


def hashes_of(html: str) -> frozenset[str]:
    """Return the hashes of the scripts that stand in a page, as a policy names them; data in a script is no script."""
    scripts = (m for m in _INLINE.finditer(html) if "src=" not in m["attributes"] and "json" not in m["attributes"])
    return frozenset(_hash(match["code"]) for match in scripts)


def _hash(code: str) -> str:
    digest = hashlib.sha256(code.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def policy(hashes: Iterable[str]) -> str:
    """Return the policy that lets scripts of these hashes run, and nothing that isn't the site's own."""
    own = dict(_ALLOWED)
    own["script-src"] = " ".join([own["script-src"], *sorted(hashes)])
    return "; ".join(f"{directive} {sources}" for directive, sources in own.items())


def with_policy(html: str, content: str, name: str) -> tuple[str, frozenset[str]]:
    """Return a page with its policy, and the hashes of its scripts; raise ReadoutsError where it can't have one.

    `name` is what the page is called in that error. Only what the theme put around `content` is let run: a script that
    got into the content never is.
    """
    if _HEAD not in html:
        raise ReadoutsError(f"{name}: no {_HEAD} to put the policy of the page after: write it so in the theme's head")
    if content not in html:
        raise ReadoutsError(
            f"{name}: another plugin changed the page, and what it may run can't be told: leave that plugin out"
        )
    hashes = hashes_of(html.replace(content, "", 1))
    element = f'<meta http-equiv="Content-Security-Policy" content="{policy(hashes)}">'
    return html.replace(_HEAD, f"{_HEAD}\n{element}", 1), hashes


def headers(hashes: Iterable[str]) -> str:
    """Return the file `_headers` that hosts of static sites read: one policy, and what only a header can say."""
    lines = (
        f"Content-Security-Policy: {policy(hashes)}; frame-ancestors 'none'",
        "X-Content-Type-Options: nosniff",
        "Referrer-Policy: strict-origin-when-cross-origin",
    )
    return "\n".join(["/*", *(f"  {line}" for line in lines), ""])
