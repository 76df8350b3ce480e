"""The commands that need no screen, each imported when it is chosen."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

Command = Callable[[Sequence[str]], int]
"""From the arguments after its name to an exit code: 0 done, 1 not fooled or declined."""


class AnsweredError(Exception):
    """No mistake: ``--help`` or ``--version`` was asked for, and has been printed."""


COMMANDS: Final[Mapping[str, str]] = {
    "attack": "change a digit until a network reads it as another",
    "transfer": "attack a digit on every network: whom does each image fool?",
    "recognise": "say what a network reads in images and strokes",
    "evaluate": "measure attacks over many images of MNIST",
    "train": "train a network from MNIST's files",
    "export": "write a network as an ONNX file for other programs",
    "data": "find the data sets, or download them",
    "measure": "measure how well networks read and how easily they are fooled",
    "networks": "list the networks and how well they read",
    "attacks": "list the attacks and their parameters",
}
"""The names, and what each does."""


def load_command(name: str) -> Command:
    """The command of that name out of COMMANDS, imported now, as numpy comes with it."""
    match name:
        case "attack":
            from advgui.commands.attack import main
        case "transfer":
            from advgui.commands.transfer import main
        case "recognise":
            from advgui.commands.recognise import main
        case "evaluate":
            from advgui.commands.evaluate import main
        case "train":
            from advgui.commands.train import main
        case "export":
            from advgui.commands.export import main
        case "data":
            from advgui.commands.data import main
        case "measure":
            from advgui.commands.measure import main
        case "networks":
            from advgui.commands.networks import main
        case "attacks":
            from advgui.commands.attacks import main
        case other:
            raise KeyError(other)
    return main
