"""Scales and positions of what pages draw; what it looks like is said in templates and the stylesheet."""
