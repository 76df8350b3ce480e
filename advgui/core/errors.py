"""What a user is told when something they gave cannot be used."""

from advgui.core.printable import printable


class BadInput(ValueError):
    """Something from outside cannot be used; the message is one sentence for the user.

    Each boundary has its own subclass, so that a caller can tell a bad image from a
    bad network, and a front end can catch them all here. What others wrote into it, such as
    a file's name, is made printable.
    """

    def __init__(self, sentence: object = "") -> None:
        super().__init__(printable(str(sentence)))


class ImageFileError(BadInput):
    """A file that should hold an image does not, or it cannot be written."""


class PhotoError(BadInput):
    """A photo shows no sheet that can be read; the sentence says what to do."""


class StrokeFileError(BadInput):
    """A file that should hold strokes does not."""


class NetworkFileError(BadInput):
    """A file that should hold a network does not, or it cannot be written."""


class ArtefactFileError(BadInput):
    """A file that should hold what an attack has learned does not, or it cannot be written."""


class SessionFileError(BadInput):
    """A file that should hold a session does not, or it cannot be written."""


class WorkFileError(BadInput):
    """What was kept of work under way cannot be used, or it cannot be written."""


class DatasetError(BadInput):
    """A data set is missing, incomplete or damaged."""


class ArithmeticLimitError(BadInput):
    """A network's weights lead out of the numbers that there are."""


class AccessError(BadInput):
    """An attack asks for what it is said not to see."""


class CertificateError(BadInput):
    """Nothing can be proven of a network."""


class ParameterError(BadInput):
    """A parameter of an attack, a network or a command is out of its range."""
