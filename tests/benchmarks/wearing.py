"""A window whose drawing wears something that was made once for all."""

import numpy as np
from pytestqt.qtbot import QtBot

from advgui.core.attacks.fitted import Artefact, make_fitted_attack
from advgui.core.attacks.oracle import Oracle
from advgui.core.attacks.problem import Problem
from advgui.core.nn.network import Network
from advgui.ui.fitted.fitter import Fitter
from advgui.ui.fitted.page import OneForAllPage
from advgui.ui.window.window import MainWindow
from tests.mean_sign import gallery

METHODS = ("universal", "generator", "patch")


def artefact(method: str, network: Network) -> Artefact:
    """As it is before the first step, which is worn as fast as after the last; but not nothing."""
    attack, digits = make_fitted_attack(method), gallery()
    problem = Problem(digits.images, np.full(len(digits.labels), 3))
    oracle = Oracle(network, len(digits.labels))
    arrays = dict(next(iter(attack.learn(oracle, problem, np.random.default_rng(0)))))
    if method == "universal":
        arrays = {name: array + np.float32(0.1) for name, array in arrays.items()}
    goal = None if attack.goal_when_worn else 3
    return Artefact(attack, arrays, goal, network.name)


def begin_wearing(window: MainWindow, method: str) -> OneForAllPage:
    """Show the page "One for all", where the drawing wears it from now on."""
    window.pages.choose("one_for_all")
    page = window.pages.page("one_for_all")
    assert isinstance(page, OneForAllPage)
    fitter = page.findChild(Fitter, "fitter")
    assert isinstance(fitter, Fitter)
    made = artefact(method, window.controller.state.network)
    fitter.add(made)
    fitter.wear(True)
    return page


def begin_fit(page: OneForAllPage, qtbot: QtBot) -> None:
    """Learn a universal perturbation for minutes, which is worn as it grows."""
    fitter = page.findChild(Fitter, "fitter")
    assert isinstance(fitter, Fitter)
    fitter.choose_method("universal")
    fitter.set_parameter("steps", 20_000)
    fitter.fit()
    qtbot.waitUntil(lambda: _learned(fitter) > 0, timeout=60_000)


def _learned(fitter: Fitter) -> float:
    learning = fitter.state.fitting.value
    return 0.0 if learning is None else learning.done
