import signal
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from advgui.ui.session.signals import Signals

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="no such signals here")


@pytest.fixture
def signals(qtbot: QtBot) -> Iterator[Signals]:
    made = Signals()
    yield made
    made.close()


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"])
def test_a_signal_is_told_by_its_number(signals: Signals, qtbot: QtBot, name: str) -> None:
    number = getattr(signal, name)
    with qtbot.waitSignal(signals.came) as came:
        signal.raise_signal(number)
    assert came.args == [number]


def test_once_closed_signals_do_what_they_did(qtbot: QtBot) -> None:
    former = signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT)
    signals = Signals()
    assert signal.getsignal(signal.SIGTERM) != former[0]
    signals.close()
    assert (signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT)) == former
