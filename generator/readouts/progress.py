"""How far a long job is, on a terminal."""

import sys
import time

PATIENCE = 1.0  # seconds before anything is shown
PACE = 0.1


class Progress:
    """Counts the steps of a job, part by part; shows them where standard error is a terminal and the job takes time."""

    def __init__(self) -> None:
        """Begin a job."""
        self._noun, self._total, self._count = "", 0, 0
        self._begun = self._shown = time.monotonic()
        self._is_visible = False

    def begin(self, noun: str, total: int = 0) -> None:
        """Begin a part of `total` steps, or of as many as there will be."""
        self._noun, self._total, self._count = noun, total, 0
        self._is_visible = sys.stderr.isatty()
        self._show()

    def step(self) -> None:
        """Count a step."""
        self._count += 1
        self._show()

    def _show(self) -> None:
        now = time.monotonic()
        if self._is_visible and now - self._begun > PATIENCE and now - self._shown > PACE:
            self._shown = now
            far = f"{100 * self._count // self._total:3d} % of {self._total:,}" if self._total else f"{self._count:,}"
            sys.stderr.write(f"\r\x1b[K{far} {self._noun}")
            sys.stderr.flush()

    def clear(self) -> None:
        """Clear what was shown, and show nothing until another part begins."""
        self._is_visible = False
        if self._shown > self._begun:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
