"""Every network reads the newest images, one after the other, and none twice."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from advgui.core.errors import NetworkFileError
from advgui.core.nn.card import Card
from advgui.core.nn.network import Network
from advgui.lab.attack.reports import reported
from advgui.lab.attack.requests import aimed, goals_of
from advgui.lab.attack.state import LabState
from advgui.lab.attack.transitions import defence_chosen, drawn, lane_selected, step_shown
from advgui.lab.attack.view import view
from advgui.lab.comparison.one_image import Comparison, images_of
from advgui.lab.comparison.one_image_text import ALONE, HINT, hint
from advgui.lab.comparison.readings import (
    ComparedImages,
    read_images,
)
from advgui.lab.drawing.model import Drawing
from tests.lab.requests import image, network
from tests.lab.states import ended, fresh, other_digit, reports, shown

seeds = st.integers(0, 10_000)


def named(seed: int) -> Network:
    """A network of its own name and title."""
    return replace(network(seed), name=f"n{seed}", card=Card(title=f"Number {seed}"))


def of_state(state: LabState) -> ComparedImages:
    """What the page compares."""
    return images_of(state, view(shown(state), state.threshold) if state.run else None)


class Shelf(dict[str, Network]):
    """Networks by name; counts how often each has read."""

    def __init__(self, networks: Mapping[str, Network]) -> None:
        super().__init__(networks)
        self.loaded: list[str] = []

    def load(self, name: str) -> Network:
        self.loaded.append(name)
        return self[name]


def test_what_is_compared_is_the_drawing_and_what_the_tiles_show() -> None:
    state = fresh()
    assert of_state(state).drawing is state.image
    assert of_state(state).example is None
    state = ended(aimed(state, other_digit(state)))
    for step in (None, 0, 4):
        looked = step_shown(state, step)
        tiles, found = view(shown(looked), looked.threshold), of_state(looked).example
        assert found is not None
        assert np.array_equal(found.image, tiles.adversarial)
        assert (found.goal, found.fooled, found.step) == (tiles.goal, tiles.fooled, tiles.step)
        assert (found.label, found.l2) == (tiles.readings.before.label, tiles.l2)


def test_each_goal_of_a_run_has_an_image_of_its_own_to_compare() -> None:
    state = fresh()
    assert state.reading
    goals = goals_of("every", state.reading)
    state = ended(aimed(state, "every"))
    found = [of_state(lane_selected(state, goal)).example for goal in goals]
    assert [one.goal for one in found if one] == list(goals)
    assert len({one.image.tobytes() for one in found if one}) > 1


def test_an_empty_sheet_is_read_by_nobody() -> None:
    row = read_images(network(), of_state(fresh(None)))
    assert (row.drawing, row.adversarial, row.verdict) == (None, None, None)


def test_the_attacked_network_is_marked_and_no_other_of_the_same_weights() -> None:
    state = fresh()
    state = ended(aimed(state, other_digit(state)))
    images = of_state(state)
    assert read_images(state.network, images).attacked
    assert not read_images(replace(state.network), images).attacked


def test_it_is_told_where_the_rows_lack_a_defence_that_is_chosen_or_was_attacked() -> None:
    state = fresh()
    behind = defence_chosen(state, "threshold")
    assert [of_state(one).defended for one in (state, behind)] == [False, True]
    made = ended(aimed(behind, other_digit(behind)))
    taken_away = defence_chosen(made, None)
    assert [of_state(one).defended for one in (made, taken_away)] == [True, True]
    assert hint(of_state(made)) == ALONE
    assert hint(of_state(state)) == HINT


def test_an_image_of_an_earlier_drawing_is_read_but_not_judged() -> None:
    state = fresh()
    state = ended(aimed(state, other_digit(state)))
    later = drawn(state, Drawing(base=image(2)))
    images = of_state(later)
    row = read_images(network(4), images)
    assert images.outdated
    assert row.drawing == network(4).read(later.image)
    assert images.example is not None
    assert row.adversarial == network(4).read(images.example.image)
    assert row.verdict is None
    again = drawn(later, state.drawing)
    assert not of_state(again).outdated


def test_a_run_on_its_way_is_compared_step_by_step() -> None:
    state = fresh()
    state = aimed(state, other_digit(state))
    seen = []
    for report in reports(shown(state).request, (2, 5)):
        state = reported(state, report)
        images = of_state(state)
        assert images.example is not None
        seen.append((images.example.step, images.example.running))
    assert seen[:2] == [(2, True), (5, True)]
    assert not seen[-1][1]


def test_every_network_reads_once_in_the_order_of_the_list() -> None:
    shelf = Shelf({f"n{seed}": named(seed) for seed in range(4)})
    comparison = Comparison(shelf.load)
    comparison.offer(tuple(shelf))
    comparison.show(ComparedImages(image(1)))
    assert [comparison.step() for _ in range(5)] == ["n0", "n1", "n2", "n3", None]
    assert not comparison.waiting
    assert [row.network.name for row in comparison.rows] == list(shelf)
    for name, one in shelf.items():
        row = comparison.row(name)
        assert row is not None
        assert row.drawing == one.read(image(1))


@given(st.lists(st.integers(0, 5), max_size=40))
def test_each_network_has_its_turn_and_reads_the_newest_image_only(steps: list[int]) -> None:
    """Between images come so many steps; none is served more often than the others."""
    shelf = Shelf({f"n{seed}": named(seed) for seed in range(3)})
    comparison = Comparison(shelf.load)
    comparison.offer(tuple(shelf))
    served: Counter[str] = Counter()
    for number, count in enumerate(steps):
        newest = ComparedImages(image(number))
        comparison.show(newest)
        for _ in range(count):
            name = comparison.step()
            if name is None:
                continue
            served[name] += 1
            row = comparison.row(name)
            assert row is not None
            assert row.images is newest
        counts = [served[name] for name in shelf]
        assert max(counts) - min(counts) <= 1
    while comparison.step():
        pass
    assert all(row.images is comparison.images for row in comparison.rows)


def test_the_same_images_are_not_read_anew() -> None:
    state = fresh()
    state = ended(aimed(state, other_digit(state)))
    comparison = Comparison(lambda _: state.network)
    comparison.offer(("one",))
    comparison.show(of_state(state))
    comparison.step()
    comparison.show(of_state(state))
    assert not comparison.waiting
    comparison.show(of_state(step_shown(state, 0)))
    assert comparison.waiting


def test_a_network_that_cannot_be_loaded_says_why_and_the_others_read() -> None:
    tried = []

    def load(name: str) -> Network:
        tried.append(name)
        if name == "broken":
            raise NetworkFileError("broken.safetensors is damaged.")
        return named(1)

    comparison = Comparison(load)
    comparison.offer(("broken", "n1"))
    comparison.show(ComparedImages(image(1)))
    while comparison.step():
        pass
    assert comparison.problem("broken") == "broken.safetensors is damaged."
    assert comparison.row("broken") is None
    assert comparison.problem("n1") == ""
    assert len(comparison.rows) == 1
    comparison.show(ComparedImages(image(2)))
    while comparison.step():
        pass
    assert tried == ["broken", "n1", "n1"]  # nobody asks a damaged file again and again


def test_a_network_that_is_no_longer_offered_is_forgotten() -> None:
    shelf = Shelf({f"n{seed}": named(seed) for seed in range(3)})
    comparison = Comparison(shelf.load)
    comparison.offer(("n0", "n1"))
    comparison.show(ComparedImages(image(1)))
    while comparison.step():
        pass
    comparison.offer(("n1", "n2"))
    assert comparison.row("n0") is None
    while comparison.step():
        pass
    assert [row.network.name for row in comparison.rows] == ["n1", "n2"]


def test_nothing_is_loaded_before_its_turn() -> None:
    shelf = Shelf({f"n{seed}": named(seed) for seed in range(3)})
    comparison = Comparison(shelf.load)
    comparison.offer(tuple(shelf))
    comparison.show(ComparedImages(image(1)))
    assert shelf.loaded == []
    comparison.step()
    assert shelf.loaded == ["n0"]
