"""A run as it is shown: what it is about, and which of its steps is looked at."""

from advgui.core.images import Bytes
from advgui.lab.attack.requests import aimed
from advgui.lab.runs.shown_run import ShownRun, adversarial_images, finished, progressed
from advgui.lab.worker.messages import AttackFinished, AttackProgress
from tests.lab.requests import image, network, request
from tests.lab.states import ended, fresh, other_digit, reports, same, shown


def begun(goals: int = 1) -> ShownRun:
    asked = request(goals=goals)
    return ShownRun(request=asked, before=network().read(image()), selected=0)


def brought(run: ShownRun) -> tuple[AttackProgress, AttackFinished]:
    progress, end = reports(run.request, cuts=[4])
    assert isinstance(progress, AttackProgress)
    assert isinstance(end, AttackFinished)
    return progress, end


def first(images: Bytes) -> Bytes:
    shown: Bytes = images[0]
    return shown


def test_a_run_tells_what_it_is_about() -> None:
    run = begun(goals=3)
    assert same(run.original, image())
    assert len(run.goals) == 3
    assert run.goal == run.goals[0]
    assert run.away is None
    assert run.before.label not in run.goals


def test_a_run_away_from_a_label_has_no_goal() -> None:
    run = shown(aimed(fresh(), "away"))
    assert (run.goals, run.goal) == ((), None)
    assert run.away == run.before.label


def test_before_the_first_report_the_original_is_shown() -> None:
    run = begun()
    assert run.running
    assert not run.judged
    assert run.step == run.looked_at == 0
    assert same(first(adversarial_images(run)), run.original)


def test_while_it_runs_the_newest_step_is_looked_at_and_no_other_can_be() -> None:
    progress, _ = brought(begun())
    run = progressed(begun(), progress)
    assert run.step == run.looked_at == 4
    assert not run.walkable
    assert same(first(adversarial_images(run)), progress.recording[4][0])


def test_at_the_end_the_best_step_is_looked_at_and_every_one_can_be() -> None:
    progress, end = brought(begun())
    run = finished(progressed(begun(), progress), end)
    assert run.phase == "finished"
    assert run.judged
    assert run.walkable
    assert run.outcome is end.outcomes[0]
    assert run.looked_at == end.outcomes[0].best_step
    assert same(first(adversarial_images(run)), end.outcomes[0].adversarial)
    assert len(run.recording) == run.step + 1


def test_a_run_that_was_stopped_says_so() -> None:
    _, end = brought(begun())
    stopped = AttackFinished(end.ticket, end.outcomes, end.recording, stopped=True)
    assert finished(begun(), stopped).phase == "stopped"


def test_another_run_leaves_the_first_as_it_was() -> None:
    state = ended(aimed(fresh(), other_digit(fresh())))
    before = shown(state)
    outcome, steps = before.outcome, len(before.recording)
    shown(ended(aimed(state, "every")))
    assert before.outcome is outcome
    assert len(before.recording) == steps
