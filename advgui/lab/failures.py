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


def did_not_answer(subject: Subject) -> str:
    """The process was stopped, or is not let run: it was ended, and there is a new one."""
    lost = "; what it had learned is lost" if subject == "training" else ""
    return f"The process that made the {subject} did not answer, and was replaced{lost}."


def broke(subject: Subject, error: Exception) -> str:
    """The work ended with an error that is nobody's bad input."""
    return f"The {subject} ended with an unexpected error ({type(error).__name__})."
