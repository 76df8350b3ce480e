"""Curves of a run and of a training."""
