"""What is learned once goes on where it was, from any step, to the same bytes."""

from typing import Any

import pytest

from advgui.core.attacks.fitted import Fit, make_fitted_attack
from advgui.core.datasets.readers import Digits
from advgui.core.errors import WorkFileError
from advgui.core.generators import Driver, drive
from advgui.core.nn.network import Network
from advgui.core.resuming.checkpoints import Checkpoints
from advgui.core.zoo import load_shipped
from tests.mean_sign import MeanSign, gallery

ALL: dict[str, tuple[str, dict[str, Any], int | None]] = {
    "away from what is read": ("universal", {"steps": 44}, None),
    "toward a goal": ("universal-l2", {"steps": 20}, 3),
    "a generator": ("generator", {"steps": 20, "hidden": 8}, None),
    "a patch": ("patch", {"size": 12, "steps": 10}, 3),
}


@pytest.fixture(scope="module")
def digits() -> Digits:
    return gallery()


@pytest.fixture(scope="module")
def report() -> Network:
    return load_shipped("report")


def told(fit: Fit) -> tuple[object, ...]:
    learned = {name: array.tobytes() for name, array in fit.artefact.arrays.items()}
    return fit.number, fit.looks, fit.noise_rate, learned, fit.artefact.card


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("share", [0.0, 0.1, 0.3, 0.72, 1.0])
def test_it_goes_on_to_the_same_bytes_with_the_same_looks(
    name: str, share: float, report: Network, digits: Digits
) -> None:
    method, parameters, goal = ALL[name]
    attack = make_fitted_attack(method, {"images": 24, **parameters})
    every = [told(fit) for fit in attack.run(report, digits, goal=goal, seed=3)]
    known, at = Checkpoints(), round(share * attack.total())
    before = Driver(attack.run(report, digits, goal=goal, seed=3, checkpoints=known))
    while next(before).number < at:
        pass
    again = Checkpoints(known.now())
    before.close()
    run = Driver(attack.run(report, digits, goal=goal, seed=3, checkpoints=again))
    assert [told(fit) for fit in run] == every[at + 1 :]
    assert told(run.value) == every[-1]


def test_what_was_kept_of_another_fit_is_told(report: Network, digits: Digits) -> None:
    known = Checkpoints()
    attack = make_fitted_attack("universal", {"images": 24, "steps": 20})
    next(attack.run(report, digits, checkpoints=known))
    other = make_fitted_attack("generator", {"images": 24, "steps": 20})
    with pytest.raises(WorkFileError, match="does not fit"):
        next(other.run(report, digits, checkpoints=Checkpoints(known.now())))
    fewer = make_fitted_attack("universal", {"images": 12, "steps": 20})
    with pytest.raises(WorkFileError, match="does not fit"):
        next(fewer.run(report, digits, checkpoints=Checkpoints(known.now())))


def test_one_of_another_package_that_knows_of_none_begins_anew(
    network: Network, digits: Digits
) -> None:
    known = Checkpoints()
    whole = drive(MeanSign().run(network, digits))
    again = drive(MeanSign().run(network, digits, checkpoints=known))
    assert not known.now()
    assert told(again)[:4] == told(whole)[:4]
