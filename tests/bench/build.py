"""Build corpora of growing size side by side, and print time per page, memory and the largest page as ratios.

    python -m tests.bench.build [--content DIR ...] [SIZE ...]

Without `--content` the invented tree is multiplied: SIZE copies of its meetings, with what they draw on.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import TREE

OWN = ("meetings", "sources", "commitments")  # what each copy has of its own


@dataclass(frozen=True)
class Result:
    """Seconds and pages of one build, its peak memory in MB, its largest page in kB."""

    name: str
    seconds: float
    pages: int
    memory: float
    largest: float

    @property
    def per_page(self) -> float:
        """Return milliseconds for a page."""
        return 1000 * self.seconds / self.pages


def multiply(copies: int, content: Path) -> None:
    """Write the invented tree with its meetings multiplied."""
    ids = sorted((path.stem for folder in OWN for path in (TREE / folder).iterdir()), key=len, reverse=True)
    for path in TREE.rglob("*.yml"):
        folder, source = path.parent.name, path.read_text(encoding="utf-8")
        (content / folder).mkdir(parents=True, exist_ok=True)
        if folder not in OWN:
            (content / folder / path.name).write_text(source, encoding="utf-8")
            continue
        for number in range(copies):
            copy = re.sub(r"^formerly: .*\n", "", source, flags=re.MULTILINE)  # an address is one record's
            for id_ in ids:
                copy = copy.replace(id_, f"{id_}-{number:05d}")
            (content / folder / f"{path.stem}-{number:05d}.yml").write_text(copy, encoding="utf-8")


def measure(name: str, content: Path, site: Path) -> Result:
    """Build a site in a process of its own."""
    command = [sys.executable, "-m", "readouts", "build", "--content", str(content), "--site", str(site)]
    begun = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - begun
    if status:
        raise SystemExit(f"{name}: the build failed")
    sizes = [path.stat().st_size for path in site.rglob("*.html")]
    return Result(name, seconds, len(sizes), usage.ru_maxrss / 1024, max(sizes) / 1000)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--content", action="append", type=Path, default=[])
    parser.add_argument("sizes", nargs="*", type=int, default=[])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        corpora = [(path.as_posix(), path) for path in options.content]
        for size in options.sizes or ([] if corpora else [20, 200]):
            content = Path(folder) / str(size) / "content"
            multiply(size, content)
            corpora.append((f"{size} copies", content))
        results = [measure(name, content, Path(folder) / f"site-{n}") for n, (name, content) in enumerate(corpora)]
    first = results[0]
    print(f"{'corpus':<40}{'pages':>8}{'seconds':>9}{'ms/page':>9}{'ratio':>7}{'MB':>7}{'largest kB':>12}")
    for result in results:
        ratio = result.per_page / first.per_page
        print(
            f"{result.name:<40}{result.pages:>8}{result.seconds:>9.1f}{result.per_page:>9.2f}{ratio:>7.2f}"
            f"{result.memory:>7.0f}{result.largest:>12.0f}"
        )


if __name__ == "__main__":
    main()
