"""Whatever cannot be used is told in one sentence that can be shown anywhere."""

import pytest

from advgui.core import errors
from advgui.core.errors import BadInput

KINDS = [one for one in vars(errors).values() if isinstance(one, type) and one is not BadInput]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if issubclass(kind, BadInput)])
def test_a_front_end_catches_every_kind_at_once(kind: type[BadInput]) -> None:
    with pytest.raises(BadInput, match="It is damaged"):
        raise kind("three.png: It is damaged.")


def test_what_others_wrote_into_a_sentence_moves_no_cursor_and_breaks_no_line() -> None:
    told = str(BadInput("three\x1b[2J\nfour.png: not an image."))
    assert "\x1b" not in told
    assert "\n" not in told
    assert told.endswith(".png: not an image.")
