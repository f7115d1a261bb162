"""Records written in the one way in which all are written."""

from readouts.writing.layout import Comments, in_order, laid_out

__all__ = ["Comments", "in_order", "laid_out"]
