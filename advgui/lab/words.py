"""All sentences for people."""

from typing import Final

WORKER_ENDED: Final = (
    "The process that made the attack has ended unexpectedly; the next attack starts a new one."
)


def run_broke(error: Exception) -> str:
    """What is said where an attack ended with an error that nobody foresaw."""
    return f"The attack ended with an unexpected error ({type(error).__name__})."
