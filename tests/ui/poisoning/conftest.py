"""The page "Poison" of a window with a 7 on its sheet, and digits that are learned in no time."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from advgui.core.training.poisoned import PoisonOutcome, PoisonState
from advgui.lab.poisoning.choice import kept
from advgui.lab.worker.messages import JobFinished
from advgui.ui.poisoning.page import PoisonPage
from advgui.ui.poisoning.poisoner import Poisoner
from advgui.ui.session.controller import Controller
from tests.fake_datasets import write_mnist
from tests.fake_fits import drawn
from tests.fake_poisoning import CHOICE, outcome, retrained
from tests.ui.showing import ShowAt


@pytest.fixture
def controller(qapp: object) -> Iterator[Controller]:
    made = Controller(drawn())
    yield made
    made.close()


@pytest.fixture
def poisoner(qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Poisoner]:
    write_mnist(tmp_path / "mnist")
    monkeypatch.setenv("ADVGUI_DATA", str(tmp_path))
    made = Poisoner(kept(CHOICE))
    yield made
    made.close()


@pytest.fixture
def page(
    show_at: ShowAt,
    poisoner: Poisoner,
    controller: Controller,
) -> Iterator[PoisonPage]:
    made = show_at(PoisonPage(poisoner, controller), 720, 600)
    yield made
    made.plot.close()


@pytest.fixture
def finish(poisoner: Poisoner) -> Callable[[], PoisonOutcome]:
    """Begin a training, and have it be told as finished at once."""

    def told() -> PoisonOutcome:
        poisoner.train()
        found = outcome(poisoner.state.choice)
        report = JobFinished(
            poisoner.state.job.ticket, PoisonState("done", 1.0, (found.end,), found), False
        )
        poisoner.lane._background.reported.emit(report)
        return found

    return told


@pytest.fixture
def retrain(poisoner: Poisoner) -> Callable[[], PoisonOutcome]:
    """Train anew without what a detector caught, and have it be told at once."""

    def told() -> PoisonOutcome:
        poisoner.retrain("spectral")
        found = retrained(poisoner.state.choice)
        state = PoisonState("done", 1.0, (), found)
        poisoner.lane._background.reported.emit(
            JobFinished(poisoner.state.job.ticket, state, False)
        )
        return found

    return told
