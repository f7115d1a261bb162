"""Readouts turns records of meetings and quotations into a site of briefing pages."""
