"""The window in German: a process of its own, as a language is for a whole one."""

from advgui.core.language import LANGUAGE_VARIABLE
from tests.e2e.own_process import beside


def test_all_that_is_to_be_read_is_german_in_reach_and_whole() -> None:
    with beside("read-close", **{LANGUAGE_VARIABLE: "de"}) as window:
        told = window.told()
        assert window.ended() == 0
        assert window.complaints() == ""
    assert told["untranslated"] == []
    assert told["figures"] == []
    assert told["clashes"] == []
    assert told["misfits"] == []
