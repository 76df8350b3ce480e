"""What is said where background work ends as nobody foresaw."""

from advgui.lab.messages import Subject


def worker_ended(subject: Subject) -> str:
    """The process that did the work is gone: killed by its user or for want of memory."""
    if subject == "opening":
        return "The process that read it has ended unexpectedly: nothing was opened."
    return (
        f"The process that made the {subject} has ended unexpectedly; the next {subject} "
        "starts a new one."
    )


def broke(subject: Subject, error: Exception) -> str:
    """The work ended with an error that is nobody's bad input."""
    return f"The {subject} ended with an unexpected error ({type(error).__name__})."
