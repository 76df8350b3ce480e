"""Attacks that change few pixels, by as much as they like."""
