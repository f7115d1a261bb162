"""Records written: the text of new ones, and what is added to those that are there."""
