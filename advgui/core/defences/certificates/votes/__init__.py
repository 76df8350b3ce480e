"""Randomised smoothing: votes of noisy copies, and what is proven of them."""
