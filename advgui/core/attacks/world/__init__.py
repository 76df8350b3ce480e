"""Attacks that leave the screen: over what a print and a camera do, and inside a mask."""
