"""Colours, measures, icons, and how widgets are painted."""
