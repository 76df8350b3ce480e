"""A button is found by its name, says its word, and leaves Enter to what has the focus."""

import pytest

from advgui.ui.widgets.push_button import push_button


@pytest.mark.usefixtures("qapp")
def test_it_has_its_name_word_and_icon_and_no_claim_to_enter() -> None:
    made = push_button("fit-start", "play", "Fit")
    assert (made.objectName(), made.text()) == ("fit-start", "Fit")
    assert not made.icon().isNull()
    assert not made.autoDefault()
