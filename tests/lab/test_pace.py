"""How long work takes is told from what it took before, and never guessed."""

from dataclasses import dataclass

import pytest

from advgui.core.attacks import make_attack
from advgui.core.defences import make_defence
from advgui.core.defences.defended import defended
from advgui.core.zoo import load_shipped
from advgui.lab.attack.choices import attack_work
from advgui.lab.pace import (
    KINDS,
    UNKNOWN,
    Paces,
    Work,
    about,
    about_words,
    duration,
    kind_of,
    paces_of,
)

REPORT = load_shipped("report")


@dataclass(frozen=True, slots=True)
class Endless(type(make_attack("pgd"))):  # type: ignore[misc]
    """One of which nobody knows how much it has to do."""

    def total(self) -> int | None:
        return None


def seconds_of(paces: Paces, work: Work) -> float | None:
    expected = paces.expected(work)
    return None if expected is None else expected.seconds


def test_what_was_never_done_is_not_known() -> None:
    assert seconds_of(Paces(), Work("fit a", 100)) is None
    assert about_words(None) == UNKNOWN


def test_twice_as_much_of_a_kind_takes_twice_as_long() -> None:
    paces = Paces().learned(Work("fit a", 100), 5.0)
    assert seconds_of(paces, Work("fit a", 200)) == 10.0
    assert seconds_of(paces, Work("fit b", 200)) is None
    assert about_words(paces.expected(Work("fit a", 50))) == "About 2\xa0s on this machine"


def test_what_ends_early_does_so_again_however_much_is_asked_for() -> None:
    paces = Paces()
    for done in (150, 100, 400):
        paces = paces.learned(Work("square", 1000), done / 100, done)
    assert paces.expected(Work("square", 1000)) == pytest.approx((1.5, 10.0))
    assert paces.expected(Work("square", 4000)) == pytest.approx((1.5, 40.0))
    assert paces.expected(Work("square", 50)) == pytest.approx((0.5, 0.5))
    words = about_words(paces.expected(Work("square", 4000)))
    assert words == "About 2\xa0s, at most 40\xa0s on this machine"


def test_what_needed_all_most_times_needs_all_again() -> None:
    paces = Paces()
    for done in (100, 1000, 1000):
        paces = paces.learned(Work("square", 1000), done / 100, done)
    assert paces.expected(Work("square", 2000)) == pytest.approx((20.0, 20.0))
    for done in (150, 900):  # of three times, beside one that needed all
        paces = paces.learned(Work("square", 1000), done / 100, done)
    assert paces.expected(Work("square", 2000)) == pytest.approx((9.0, 20.0))


@pytest.mark.parametrize("slow", [0, 1, 2])
def test_one_time_when_the_machine_was_busy_does_not_count(slow: int) -> None:
    paces = Paces()
    for number in range(3):
        paces = paces.learned(Work("a"), 40.0 if number == slow else 4.0 + number / 10)
    seconds = seconds_of(paces, Work("a"))
    assert seconds is not None
    assert 4.0 <= seconds <= 4.2


def test_another_machine_is_known_after_two_runs() -> None:
    paces = Paces()
    for seconds in (10.0, 10.0, 10.0, 2.0, 2.0):
        paces = paces.learned(Work("a"), seconds)
    assert seconds_of(paces, Work("a")) == 2.0


def test_nothing_is_learned_of_nothing() -> None:
    for work, seconds in ((Work("a", 0), 1.0), (Work("a"), 0.0), (Work("a"), float("nan"))):
        assert Paces().learned(work, seconds) == Paces()


def test_the_kinds_that_were_done_last_are_remembered() -> None:
    paces = Paces()
    for number in range(KINDS + 5):
        paces = paces.learned(Work(f"kind {number}"), 1.0)
    assert len(paces.known) == KINDS
    assert seconds_of(paces, Work("kind 4")) is None
    assert seconds_of(paces, Work(f"kind {KINDS + 4}")) == 1.0


def test_they_are_kept_as_text() -> None:
    paces = Paces().learned(Work("fit a", 3), 1.0).learned(Work("train “b”"), 2.0)
    again = paces_of(paces.text())
    assert again.known.keys() == paces.known.keys()
    assert seconds_of(again, Work("fit a", 3)) == pytest.approx(1.0, rel=1e-3)


@pytest.mark.parametrize(
    "rubbish",
    [
        *(None, 3, "", "{", "[1]", '{"a": 1}', '{"a": ["x", -1, null, 1.0, [1.0]]}'),
        *('{"a": [[1e999, 0.0], [-1.0, 0.0], [1.0, -1.0], [1.0, true]]}', "[" * 9999),
    ],
)
def test_rubbish_is_no_pace(rubbish: object) -> None:
    assert paces_of(rubbish) == Paces()


def test_effort_and_budget_do_not_change_what_a_step_takes_and_all_else_does() -> None:
    pgd, ten = make_attack("pgd"), make_attack("pgd", {"steps": 10, "budget": 0.2})
    kinds = {kind_of("attack", one, REPORT) for one in (pgd, ten)}
    assert len(kinds) == 1
    behind = defended(REPORT, [make_defence("median")])
    others = (
        kind_of("attack", make_attack("bim"), REPORT),
        kind_of("attack", pgd, load_shipped("dense")),
        kind_of("attack", pgd, behind),
        kind_of("attack", make_attack("expectation", {"draws": 8}), REPORT),
        kind_of("attack", make_attack("expectation", {"draws": 16}), REPORT),
    )
    assert len({*kinds, *others}) == 6


def test_an_attack_is_its_steps_or_a_run_where_nobody_knows_these() -> None:
    one = attack_work(make_attack("pgd", {"steps": 30}), REPORT, "targeted", 1)
    nine = attack_work(make_attack("pgd", {"steps": 30}), REPORT, "targeted", 9)
    assert one.units == nine.units == 30
    assert one.kind != nine.kind
    assert one.kind.startswith("attack pgd targeted 1 report")
    endless = attack_work(Endless(), REPORT, "untargeted", 1)
    assert (endless.units, endless.kind.endswith(" in all")) == (1, True)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.2, "1 s"), (3.4, "3 s"), (23, "25 s"), (100, "1 min 30 s"), (910, "15 min")],
)
def test_what_is_expected_is_told_in_round_numbers(seconds: float, words: str) -> None:
    assert about(seconds) == words.replace(" ", "\xa0")


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.2, "1 s"),
        (59.4, "59 s"),
        (60, "1 min"),
        (80, "1 min 20 s"),
        (3600, "1 h"),
        (7500, "2 h 5 min"),
    ],
)
def test_times_are_told_as_people_say_them(seconds: float, words: str) -> None:
    assert duration(seconds) == words
