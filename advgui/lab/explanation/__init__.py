"""Why the attack that is shown fools: what is asked of it, and what is said of the answer."""
