"""Pictures of the richest page of every type, its first screen and all of it, and a sheet of each width and scheme.

python -m tests.browser.look FOLDER [CONTENT]
"""

import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from playwright.sync_api import Browser

from readouts.build import ALL_RULES, check
from readouts.pages import plan_pages
from tests.browser.chromium import chromium
from tests.browser.host import serve
from tests.conftest import ROOT, run

WIDTHS = (1280, 768, 390)
SCREEN = 1000
LONGEST = 8000  # of a page that goes on and on, the beginning
SHEET = """\
<!doctype html><meta charset="utf-8"><title>{title}</title>
<style>body {{ display: grid; grid-template-columns: repeat({columns}, 1fr); gap: 16px; font: 14px sans-serif }}
figure {{ margin: 0; height: 740px; overflow: hidden }} img {{ width: 100% }}</style>
"""
PICTURE = """<figure><figcaption>{name}</figcaption><img src="{file}" alt=""></figure>
"""


def richest(content: Path, site: Path) -> Mapping[str, str]:
    """Return the address of the largest page that each template makes."""
    pages = plan_pages(check(content).insight, ALL_RULES).pages
    pages = sorted(pages, key=lambda page: (site / page.address / "index.html").stat().st_size)
    found = {page.template.removesuffix(".md"): page.address for page in pages} | {"404": "404.html"}
    return dict(sorted(found.items()))


def take(browser: Browser, host: str, addresses: Mapping[str, str], folder: Path) -> Iterator[tuple[str, str]]:
    """Take all pictures; yield the title of a sheet and what is on it, for each width and scheme."""
    for width in WIDTHS:
        for scheme in ("light", "dark"):
            page = browser.new_page(viewport={"width": width, "height": SCREEN}, color_scheme=scheme, base_url=host)
            sheet = SHEET.format(title=f"{width}-{scheme}", columns=8 if width == WIDTHS[-1] else 4)
            for name, address in addresses.items():
                page.goto(address)
                page.evaluate("document.fonts.ready")
                file = f"{name}-{width}-{scheme}.png"
                page.screenshot(path=folder / "first" / file)
                height = min(page.evaluate("document.documentElement.scrollHeight"), LONGEST)
                clip = {"x": 0, "y": 0, "width": width, "height": height}
                page.screenshot(path=folder / file, full_page=True, clip=clip)
                sheet += PICTURE.format(name=name, file=file)
            page.close()
            yield f"{width}-{scheme}", sheet


def main() -> None:
    """Build, serve and take."""
    folder = Path(sys.argv[1]).resolve()
    content = Path(sys.argv[2] if len(sys.argv) > 2 else ROOT / "content")
    with tempfile.TemporaryDirectory() as made:
        site = Path(made) / "site"
        done = run("build", "--content", content, "--site", site)
        if done.returncode:
            sys.exit(done.stderr)
        with serve(site) as host, chromium() as browser:
            for title, sheet in take(browser, host, richest(content, site), folder):
                (folder / f"sheet-{title}.html").write_text(sheet, encoding="utf-8")
                page = browser.new_page(viewport={"width": 1920, "height": SCREEN})
                page.goto((folder / f"sheet-{title}.html").as_uri())
                page.screenshot(path=folder / f"sheet-{title}.png", full_page=True)
                page.close()


if __name__ == "__main__":
    main()
