"""Attacks inside a budget, the loop that all of them share, and the balls that hold it."""
