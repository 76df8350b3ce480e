"""``advgui open``: open the window with sessions, outcomes, networks or drawings in it."""

from collections.abc import Sequence

from advgui.commands import WindowWanted
from advgui.commands.cli.parser import add_files, command_parser


def main(arguments: Sequence[str]) -> int:
    """Nothing is done here: the window needs a screen, and is opened by the program itself."""
    parser = command_parser("open", answers=False)
    add_files(parser, "+", "a session, an outcome.json, a network, an image or strokes")
    options = parser.parse_args(arguments)
    raise WindowWanted(tuple(map(str, options.files)))
