"""What is learned is worn and kept; nothing that was made is lost, and nothing stale is told."""

from dataclasses import replace
from pathlib import Path

from advgui.core.attacks.fitted import Artefact, Fit, Look
from advgui.lab.fitted.fitting import Fitting, Learning
from advgui.lab.fitted.measuring import Measured, Measuring
from advgui.lab.fitted.plan import restored
from advgui.lab.fitted.state import (
    OneForAll,
    added,
    chosen,
    fit_told,
    given_back,
    kept,
    placed,
    saved,
)
from advgui.lab.worker.jobs import cancelled, started
from tests.fake_fits import PLACE, SIDE, patch, perturbation, report, stamp

FOLDER = Path("mnist")


def fresh(*artefacts: Artefact) -> OneForAll:
    state = OneForAll(plan=restored({}), mnist=FOLDER)
    for artefact in artefacts:
        state = added(state, artefact)
    return state


def begun(state: OneForAll) -> OneForAll:
    job = state.job(report())
    assert job is not None
    return fit_told(state, started(state.fitting, job))


def grown(state: OneForAll, artefact: Artefact) -> OneForAll:
    learning = Learning(3, Fit(1, (Look(1, 0.5),), None, artefact))
    return fit_told(state, replace(state.fitting, value=learning))


def ended(state: OneForAll, phase: str = "finished") -> OneForAll:
    return fit_told(state, replace(state.fitting, phase=phase))  # type: ignore[arg-type]


def test_what_is_being_learned_is_worn_as_it_grows() -> None:
    before, now = perturbation(), patch()
    state = grown(begun(fresh(before)), now)
    assert state.artefact is now
    assert state.artefacts == (before,)


def test_at_its_end_it_is_one_more_that_is_in_no_file() -> None:
    for phase in ("finished", "stopped", "failed"):
        before, made = perturbation(), patch()
        state = ended(grown(begun(fresh(before)), made), phase)
        assert state.artefacts == (before, made)
        assert state.artefact is made
        assert state.unsaved == (made,)
        assert saved(state, made).unsaved == ()


def test_what_was_dropped_is_not_kept_and_the_one_before_is_worn_again() -> None:
    before = perturbation()
    state = grown(begun(fresh(before)), patch())
    state = fit_told(state, cancelled(state.fitting))
    assert state.artefact is before
    assert not state.unsaved


def test_stopped_before_anything_was_learned_nothing_is_added() -> None:
    state = ended(begun(fresh()), "stopped")
    assert state.artefacts == ()
    assert state.artefact is None
    assert state.wearing is None


def test_a_patch_is_put_where_it_fits_and_back() -> None:
    state = fresh(patch())
    moved = placed(state, (40, -3))
    assert moved.wearing is not None
    assert moved.wearing.place == (28 - SIDE, 0)
    assert placed(moved, (28 - SIDE, 0)) is moved
    back = placed(moved, None)
    assert back.wearing is not None
    assert back.wearing.place == PLACE
    assert placed(fresh(stamp()), (1, 1)).place is None


def test_another_artefact_is_worn_where_it_was_fitted() -> None:
    state = placed(fresh(patch(), patch(4)), (0, 0))
    other = chosen(state, 0)
    assert other.artefact is state.artefacts[0]
    assert other.place is None
    assert chosen(other, 0) is other


def measured(state: OneForAll) -> OneForAll:
    job = state.measurement(report())
    assert job is not None
    found: Measuring = replace(
        started(state.measuring, job), phase="finished", value=Measured(30, 30, 0.5)
    )
    return replace(state, measuring=found)


def test_what_was_measured_is_told_of_that_network_and_place_alone() -> None:
    state = measured(fresh(patch()))
    assert state.measured_on(report()) == Measured(30, 30, 0.5)
    assert state.measured_on(replace(report())) is None
    assert placed(state, (0, 0)).measured_on(report()) is None
    assert added(state, patch()).measured_on(report()) is None


def test_nothing_is_measured_without_an_artefact_or_digits_or_while_one_is_learned() -> None:
    assert fresh().measurement(report()) is None
    assert replace(fresh(patch()), mnist=None).measurement(report()) is None
    assert grown(begun(fresh()), patch()).measurement(report()) is None


def test_without_digits_nothing_is_learned() -> None:
    assert replace(fresh(), mnist=None).job(report()) is None
    assert Fitting().value is None


def test_those_of_a_session_come_beside_the_present_ones_and_are_worn_as_they_were() -> None:
    here = added(fresh(), patch(5))
    left = added(added(replace(fresh(), unsaved=(first := patch(3),)), first), patch(4))
    left = placed(chosen(left, 0), (2, 11))
    back = given_back(here, kept(left))
    assert [one.goal for one in back.artefacts] == [5, 3, 4]
    assert back.unsaved == (first,)
    assert back.artefact is first
    assert back.place == (2, 11)
    assert [one.goal for one in given_back(back, kept(left)).artefacts] == [5, 3, 4]
