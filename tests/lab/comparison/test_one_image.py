"""Which networks an attack's image fools, asked by fresh readings of the very bytes."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advgui.core.errors import NetworkFileError
from advgui.core.images import Bytes
from advgui.core.nn.card import Card
from advgui.core.nn.network import Network
from advgui.lab.attack.runs import aimed, goals_of, reported
from advgui.lab.attack.state import LabState
from advgui.lab.attack.transitions import drawn, lane_selected, step_shown
from advgui.lab.attack.view import view
from advgui.lab.comparison.one_image import Comparing, Made, Subject, compared, subject_of, tally
from advgui.lab.drawing.model import Drawing
from tests.lab.requests import image, network
from tests.lab.states import ended, fresh, other_digit, reports, shown

seeds = st.integers(0, 10_000)


def named(seed: int) -> Network:
    """A network of its own name and title."""
    return replace(network(seed), name=f"n{seed}", card=Card(title=f"Number {seed}"))


def made(against: Network, original: Bytes, adversarial: Bytes, goal: int | None) -> Made:
    """An attack's image, wherever it comes from."""
    label, after = against.read(original).label, against.read(adversarial).label
    fooled = after == goal if goal is not None else after != label
    l2 = float(np.linalg.norm((adversarial.astype(float) - original).ravel() / 255))
    return Made(
        image=adversarial,
        original=original,
        against=against,
        label=label,
        goal=goal,
        fooled=fooled,
        l2=l2,
        step=3,
        running=False,
    )


def of_state(state: LabState) -> Subject:
    """What the page compares."""
    return subject_of(state, view(shown(state), state.threshold) if state.run else None)


class Shelf(dict[str, Network]):
    """Networks by name; counts how often each has read."""

    def __init__(self, networks: Mapping[str, Network]) -> None:
        super().__init__(networks)
        self.loaded: list[str] = []

    def load(self, name: str) -> Network:
        self.loaded.append(name)
        return self[name]


@given(seeds, seeds, seeds, st.one_of(st.none(), st.integers(0, 9)))
def test_the_verdict_is_what_a_fresh_reading_says(
    one: int, other: int, pixels: int, goal: int | None
) -> None:
    attacked, reader = network(one), network(other)
    original, adversarial = image(pixels), image(pixels + 1)
    row = compared(reader, Subject(original, made(attacked, original, adversarial, goal)))
    wanted, before, after = (
        attacked.read(original).label,
        reader.read(original).label,
        reader.read(adversarial).label,
    )
    assert row.drawing == reader.read(original)
    assert row.adversarial == reader.read(adversarial)
    if before != wanted:
        assert row.verdict == "misread"
    elif after == before:
        assert row.verdict in ("not fooled", "already")
    elif goal is None or after == goal:
        assert row.verdict == "fooled"
    else:
        assert row.verdict == "wrong class"


@given(st.lists(seeds, min_size=1, max_size=6, unique=True), seeds)
def test_the_tally_counts_every_other_network_once(readers: list[int], pixels: int) -> None:
    networks = [network(seed) for seed in readers]
    original, adversarial = image(pixels), image(pixels + 1)
    subject = Subject(original, made(networks[0], original, adversarial, 3))
    rows = [compared(reader, subject) for reader in networks]
    counted = tally(rows)
    verdicts = Counter(row.verdict for row in rows[1:])
    assert counted.others == len(networks) - 1
    assert counted.toward == verdicts["fooled"]
    assert counted.astray == verdicts["wrong class"]
    assert counted.misread == verdicts["misread"]
    assert counted.fooled + counted.unmoved + counted.misread == counted.others


def test_what_is_compared_is_the_drawing_and_what_the_tiles_show() -> None:
    state = fresh()
    assert of_state(state).drawing is state.image
    assert of_state(state).made is None
    state = ended(aimed(state, other_digit(state)))
    for step in (None, 0, 4):
        looked = step_shown(state, step)
        tiles, found = view(shown(looked), looked.threshold), of_state(looked).made
        assert found is not None
        assert np.array_equal(found.image, tiles.adversarial)
        assert (found.goal, found.fooled, found.step) == (tiles.goal, tiles.fooled, tiles.step)
        assert (found.label, found.l2) == (tiles.readings.before.label, tiles.l2)


def test_each_goal_of_a_run_has_an_image_of_its_own_to_compare() -> None:
    state = fresh()
    assert state.reading
    goals = goals_of("every", state.reading)
    state = ended(aimed(state, "every"))
    found = [of_state(lane_selected(state, goal)).made for goal in goals]
    assert [one.goal for one in found if one] == list(goals)
    assert len({one.image.tobytes() for one in found if one}) > 1


def test_an_empty_sheet_is_read_by_nobody() -> None:
    row = compared(network(), of_state(fresh(None)))
    assert (row.drawing, row.adversarial, row.verdict) == (None, None, None)


def test_the_attacked_network_is_marked_and_no_other_of_the_same_weights() -> None:
    state = fresh()
    state = ended(aimed(state, other_digit(state)))
    subject = of_state(state)
    assert compared(state.network, subject).attacked
    assert not compared(replace(state.network), subject).attacked


def test_an_image_of_an_earlier_drawing_is_read_but_not_judged() -> None:
    state = fresh()
    state = ended(aimed(state, other_digit(state)))
    later = drawn(state, Drawing(base=image(2)))
    subject = of_state(later)
    row = compared(network(4), subject)
    assert subject.outdated
    assert row.drawing == network(4).read(later.image)
    assert subject.made is not None
    assert row.adversarial == network(4).read(subject.made.image)
    assert row.verdict is None
    again = drawn(later, state.drawing)
    assert not of_state(again).outdated


def test_a_run_on_its_way_is_compared_step_by_step() -> None:
    state = fresh()
    state = aimed(state, other_digit(state))
    seen = []
    for report in reports(shown(state).request, (2, 5)):
        state = reported(state, report)
        subject = of_state(state)
        assert subject.made is not None
        seen.append((subject.made.step, subject.made.running))
    assert seen[:2] == [(2, True), (5, True)]
    assert not seen[-1][1]


def test_what_was_read_before_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    reader, original = network(7), image(1)
    first = compared(reader, Subject(original))
    read: list[bytes] = []
    honest = Network.read

    def counted(self: Network, pixels: Bytes) -> object:
        read.append(pixels.tobytes())
        return honest(self, pixels)

    monkeypatch.setattr(Network, "read", counted)
    adversarial = image(2)
    subject = Subject(original, made(network(1), original, adversarial, 3))
    read.clear()
    second = compared(reader, subject, first)
    assert read == [adversarial.tobytes()]
    assert compared(reader, subject, second).adversarial == second.adversarial
    assert len(read) == 1
    other = compared(network(8), subject, second)  # never what another network has read
    assert other.drawing == honest(network(8), original)


def test_every_network_reads_once_in_the_order_of_the_list() -> None:
    shelf = Shelf({f"n{seed}": named(seed) for seed in range(4)})
    comparing = Comparing(shelf.load)
    comparing.offer(tuple(shelf))
    comparing.show(Subject(image(1)))
    assert [comparing.step() for _ in range(5)] == ["n0", "n1", "n2", "n3", None]
    assert not comparing.waiting
    assert [row.network.name for row in comparing.rows] == list(shelf)
    for name, one in shelf.items():
        row = comparing.row(name)
        assert row is not None
        assert row.drawing == one.read(image(1))


@given(st.lists(st.integers(0, 5), max_size=40))
def test_each_network_has_its_turn_and_reads_the_newest_image_only(steps: list[int]) -> None:
    """Between images come so many steps; nobody gets more turns than the others."""
    shelf = Shelf({f"n{seed}": named(seed) for seed in range(3)})
    comparing = Comparing(shelf.load)
    comparing.offer(tuple(shelf))
    turns: Counter[str] = Counter()
    for number, count in enumerate(steps):
        newest = Subject(image(number))
        comparing.show(newest)
        for _ in range(count):
            name = comparing.step()
            if name is None:
                continue
            turns[name] += 1
            row = comparing.row(name)
            assert row is not None
            assert row.subject is newest
        counts = [turns[name] for name in shelf]
        assert max(counts) - min(counts) <= 1
    while comparing.step():
        pass
    assert all(row.subject is comparing.subject for row in comparing.rows)


def test_the_same_subject_is_not_read_anew() -> None:
    state = fresh()
    state = ended(aimed(state, other_digit(state)))
    comparing = Comparing(lambda _: state.network)
    comparing.offer(("one",))
    comparing.show(of_state(state))
    comparing.step()
    comparing.show(of_state(state))
    assert not comparing.waiting
    comparing.show(of_state(step_shown(state, 0)))
    assert comparing.waiting


def test_a_network_that_cannot_be_loaded_says_why_and_the_others_read() -> None:
    tried = []

    def load(name: str) -> Network:
        tried.append(name)
        if name == "broken":
            raise NetworkFileError("broken.safetensors is damaged.")
        return named(1)

    comparing = Comparing(load)
    comparing.offer(("broken", "n1"))
    comparing.show(Subject(image(1)))
    while comparing.step():
        pass
    assert comparing.problem("broken") == "broken.safetensors is damaged."
    assert comparing.row("broken") is None
    assert comparing.problem("n1") == ""
    assert len(comparing.rows) == 1
    comparing.show(Subject(image(2)))
    while comparing.step():
        pass
    assert tried == ["broken", "n1", "n1"]  # nobody asks a damaged file again and again


def test_a_network_that_is_no_longer_offered_is_forgotten() -> None:
    shelf = Shelf({f"n{seed}": named(seed) for seed in range(3)})
    comparing = Comparing(shelf.load)
    comparing.offer(("n0", "n1"))
    comparing.show(Subject(image(1)))
    while comparing.step():
        pass
    comparing.offer(("n1", "n2"))
    assert comparing.row("n0") is None
    while comparing.step():
        pass
    assert [row.network.name for row in comparing.rows] == ["n1", "n2"]


def test_nothing_is_loaded_before_its_turn() -> None:
    shelf = Shelf({f"n{seed}": named(seed) for seed in range(3)})
    comparing = Comparing(shelf.load)
    comparing.offer(tuple(shelf))
    comparing.show(Subject(image(1)))
    assert shelf.loaded == []
    comparing.step()
    assert shelf.loaded == ["n0"]
