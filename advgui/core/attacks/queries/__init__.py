"""Attacks that only ask: for scores or labels, and as seldom as they can."""
