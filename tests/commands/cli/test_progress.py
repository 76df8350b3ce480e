"""A run is driven to its value, and Ctrl-C stops one that is worth keeping."""

import signal
from collections.abc import Generator

import pytest

from advgui.commands.cli.progress import (
    first_interrupt,
    stoppable,
    with_item_bar,
    with_share_bar,
    with_step_bar,
)
from advgui.core.generators import Stop


def run(steps: int) -> Generator[int, None, str]:
    """Count, and tell whether it was stopped."""
    try:
        yield from range(1, steps + 1)
    except Stop:
        return "stopped"
    return "finished"


def test_a_run_is_driven_to_its_value_and_shows_nothing_where_nobody_sees_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert with_step_bar(run(3), lambda step: step, total=3, unit="steps") == "finished"
    assert with_share_bar(run(3), "Run", lambda step: step / 3, str) == "finished"
    assert list(with_item_bar("abc", "letters", 3)) == ["a", "b", "c"]
    assert capsys.readouterr().err == ""


def test_the_first_interrupt_is_taken_note_of_and_the_second_one_counts() -> None:
    with first_interrupt() as interrupted:
        assert not interrupted()
        signal.raise_signal(signal.SIGINT)
        assert interrupted()
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_an_interrupt_stops_what_is_worth_keeping() -> None:
    stopped = stoppable(run(100), lambda: True, lambda step: step >= 5)
    with pytest.raises(KeyboardInterrupt):
        with_step_bar(stopped, lambda step: step, total=None, unit="steps")
    kept = stoppable(run(100), lambda: True, lambda _: True)
    assert with_step_bar(kept, lambda step: step, total=None, unit="steps") == "stopped"
