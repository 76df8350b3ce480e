"""Poisoned trainings: what is asked for, and what of them is told."""
