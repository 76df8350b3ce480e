"""Why an adversarial image fools: the slope, noise of the same length, and the way between."""
