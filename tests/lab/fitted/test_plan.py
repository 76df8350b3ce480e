"""What shall be learned is chosen, kept, and given back whatever was kept."""

from dataclasses import replace

import pytest

from advgui.core.attacks.fitted import FITTED, make_fitted_attack
from advgui.core.errors import ParameterError
from advgui.lab.fitted.plan import ANY, Plan, goals, kept, restored
from tests.mean_sign import MeanSign, Stamp


def plan(**changes: object) -> Plan:
    attacks = {"mean-sign": MeanSign(), "stamp": Stamp(), "patch": FITTED["patch"]()}
    return replace(Plan(attacks=attacks, method="mean-sign"), **changes)  # type: ignore[arg-type]


def test_every_method_is_offered_at_its_defaults() -> None:
    fresh = restored({})
    assert dict(fresh.attacks) == {name: kind() for name, kind in FITTED.items()}
    assert fresh.attack.name == fresh.method


def test_what_was_kept_comes_back() -> None:
    chosen = replace(restored({}), method="patch", goal=8, toward=5, seed=7, worn=False)
    chosen = chosen.with_parameter("size", 7)
    assert restored(kept(chosen)) == chosen


def test_rubbish_becomes_a_default() -> None:
    rubbish = {"method": "none", "goal": 12, "seed": "x", "patch/size": 99, "worn": 3}
    assert restored(rubbish) == restored({})


def test_a_parameter_that_does_not_fit_is_told() -> None:
    with pytest.raises(ParameterError, match="size is a whole number from 3 to 12"):
        plan(method="patch").with_parameter("size", 40)


def test_only_goals_that_a_method_can_learn_for_are_offered() -> None:
    assert goals(MeanSign()) == (ANY, *range(10))
    assert goals(Stamp()) == ()
    assert goals(FITTED["patch"]()) == tuple(range(10))


@pytest.mark.parametrize(
    ("method", "goal", "wanted"),
    [
        ("mean-sign", ANY, None),
        ("mean-sign", 4, 4),
        ("stamp", 4, None),
        ("patch", 4, 4),
        ("patch", ANY, 3),
    ],
)
def test_the_goal_is_one_that_the_method_takes(method: str, goal: int, wanted: int | None) -> None:
    assert plan(method=method, goal=goal).wanted == wanted


def test_what_a_job_learns_is_chosen_as_far_as_it_can_be() -> None:
    plan = restored({})
    patch = make_fitted_attack("patch", {"size": 7})
    chosen = plan.with_job(patch, 4, 9)
    assert (chosen.attack, chosen.goal, chosen.seed) == (patch, 4, 9)
    away = chosen.with_job(make_fitted_attack("universal"), None, 1)
    assert (away.method, away.goal, away.attacks["patch"]) == ("universal", ANY, patch)
    assert away.with_job(make_fitted_attack("generator"), None, 1).goal == ANY
