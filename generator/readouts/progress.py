"""How far a long job is, on a terminal."""

import sys
import time

PATIENCE = 1.0  # seconds before anything is shown
PACE = 0.1


class Progress:
    """Counts steps; shows them on standard error where that is a terminal and the job takes its time."""

    def __init__(self, total: int, noun: str) -> None:
        """Begin a job of `total` steps."""
        self._total, self._noun, self._count = total, noun, 0
        self._begun = self._shown = time.monotonic()
        self._is_visible = sys.stderr.isatty()

    def step(self) -> None:
        """Count a step."""
        self._count += 1
        now = time.monotonic()
        if self._is_visible and now - self._begun > PATIENCE and now - self._shown > PACE:
            self._shown = now
            sys.stderr.write(f"\r{100 * self._count // max(self._total, 1):3d} % of {self._total:,} {self._noun}")
            sys.stderr.flush()

    def done(self) -> None:
        """Clear what was shown."""
        if self._is_visible:
            sys.stderr.write("\r\x1b[K")
