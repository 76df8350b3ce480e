"""What each defence makes of an image, and what is read there."""

import numpy as np

from advgui.core.defences import make_defence
from advgui.core.defences.defended import bare_of, defended
from advgui.core.images import binarise
from advgui.core.nn.network import Reading
from advgui.lab.attack.requests import aimed
from advgui.lab.attack.transitions import aware_set, defence_chosen
from advgui.lab.defence.stages import adversarial, likeliest, shown_stages, stage_titles, stages
from tests.lab.requests import image, network
from tests.lab.states import ended, fresh, other_digit, same


def test_the_first_is_the_image_as_the_network_alone_reads_it() -> None:
    behind = defended(network(), [make_defence("threshold")])
    first = stages(behind, image(1), "Drawing")[0]
    assert first.title == "Drawing"
    assert same(first.image, image(1))
    assert first.reading == bare_of(behind).read(image(1))


def test_each_shows_what_its_defence_has_made_of_the_one_before() -> None:
    chain = [make_defence("threshold", {"threshold": t}) for t in (0.3, 0.7)]
    behind = defended(network(), chain)
    found = stages(behind, image(1), "Drawing")
    assert [stage.title for stage in found[1:]] == ["Binary threshold"] * 2
    assert same(found[1].image, binarise(image(1), 0.3))
    assert same(found[2].image, found[1].image)


def test_the_last_is_read_as_the_network_behind_all_of_them_reads() -> None:
    behind = defended(network(), [make_defence("threshold")])
    assert stages(behind, image(2), "Drawing")[-1].reading == behind.read(image(2))


def test_what_is_read_behind_all_of_them_is_not_read_twice() -> None:
    state = defence_chosen(fresh(), "threshold")
    assert shown_stages(state)[-1].reading is state.reading


def test_each_is_read_behind_the_defences_up_to_it_averaged_over_the_draws() -> None:
    chain = [make_defence(name) for name in ("median", "noise", "shift", "threshold")]
    found = stages(defended(network(), chain), image(1), "Drawing")
    for count, stage in enumerate(found):
        assert stage.reading == defended(network(), chain[:count]).read(image(1))
        assert stage.image.dtype == np.uint8
    assert np.isin(found[-1].image, (0, 255)).all()


def test_the_likeliest_digits_begin_with_the_label_even_where_two_are_equal() -> None:
    reading = Reading(7, (0.0, 0.9, 0.2, 0.0, 0.0, 0.0, 0.0, 0.9, 0.0, 0.0))
    assert likeliest(reading) == (7, 1, 2)


def test_nothing_is_read_while_nothing_is_drawn_but_the_defences_are_named() -> None:
    state = defence_chosen(fresh(None), "threshold")
    assert shown_stages(state) == ()
    assert stage_titles(state) == ("Drawing", "Binary threshold")


def test_a_network_with_no_defence_has_the_drawing_alone() -> None:
    state = fresh()
    (only,) = shown_stages(state)
    assert only.reading is state.reading


def test_what_an_attack_made_is_there_once_it_has_ended_and_until_the_drawing_is_another() -> None:
    state = defence_chosen(fresh(), "threshold")
    running = aimed(state, other_digit(state))
    assert adversarial(running) is None
    done = ended(running)
    made = adversarial(done)
    assert made is not None
    first, last = shown_stages(done, attacked=True)
    assert first.title == "Attacked"
    assert same(first.image, made)
    assert last.reading == done.network.read(made)
    assert adversarial(defence_chosen(done, None)) is None


def test_an_attack_that_knows_nothing_of_the_defence_is_shown_on_its_way_through_it() -> None:
    state = aware_set(defence_chosen(fresh(), "threshold"), False)
    done = ended(aimed(state, other_digit(state)))
    shown = shown_stages(done, attacked=True)
    assert np.isin(shown[-1].image, (0, 255)).all()
