"""Runs that are kept: what each was asked, what it came to, and its steps."""
