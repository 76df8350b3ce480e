"""Runs that are kept, as cards: go back to one, use its image, compare two, delete some."""
