"""The wheel has everything that a site needs, beside no checkout."""

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

from tests.conftest import ROOT, TREE


def test_the_wheel_builds_a_site_by_itself(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", tmp_path, ROOT],
        check=True,
        capture_output=True,
        timeout=600,
    )
    (wheel,) = tmp_path.glob("*.whl")
    # An environment of its own; only the dependencies, not the checkout, are lent to it.
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", tmp_path / "venv"], check=True, timeout=600)
    python = tmp_path / "venv" / "bin" / "python"
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index", wheel],
        check=True,
        capture_output=True,
        timeout=600,
    )
    own = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()
    lent = tmp_path / "lent"
    lent.mkdir()
    for entry in Path(sysconfig.get_path("purelib")).iterdir():
        if "readouts" not in entry.name and entry.suffix != ".pth":
            (lent / entry.name).symlink_to(entry)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([own, str(lent)])}
    done = subprocess.run(
        [python, "-m", "readouts", "build", "--content", TREE, "--site", tmp_path / "site"],
        capture_output=True,
        text=True,
        env=environment,
        cwd=tmp_path,
        check=False,
        timeout=600,
    )
    assert done.returncode == 0, done.stderr
    where = subprocess.run(
        [python, "-c", "import readouts; print(readouts.__file__)"],
        check=True,
        capture_output=True,
        text=True,
        env=environment,
        cwd=tmp_path,
    ).stdout
    assert str(tmp_path / "venv") in where
    assert (tmp_path / "site" / "people" / "hedda-brandt" / "index.html").is_file()
    assert (tmp_path / "site" / "assets" / "readouts.css").stat().st_size > 1000
    place = tmp_path / "site" / "places" / "linden" / "index.html"
    assert 'class="r-land"' in place.read_text(encoding="utf-8")
    assert "Michael Bostock" in next(tmp_path.rglob("land-110m.LICENSE")).read_text(encoding="utf-8")
