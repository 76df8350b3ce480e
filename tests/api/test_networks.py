from pathlib import Path

import numpy as np
import pytest

import advgui
from advgui.core.zoo import default_network, load_shipped


def test_every_network_that_is_listed_can_be_loaded_by_its_name() -> None:
    for name in advgui.list_networks():
        assert advgui.load_network(name).name == name
    assert advgui.load_network().name == default_network()


def test_a_network_is_loaded_from_a_file_that_it_was_saved_in(tmp_path: Path) -> None:
    network = advgui.load_network("softmax")
    advgui.save_network(network, tmp_path / "mine.safetensors")
    again = advgui.load_network(tmp_path / "mine.safetensors")
    image = advgui.load_gallery().images[3]
    assert again.name == "mine"
    assert again.card == network.card
    assert advgui.recognise(again, image) == advgui.recognise(network, image)


def test_what_is_no_network_is_refused_in_a_sentence() -> None:
    with pytest.raises(advgui.BadInput, match="There is no network 'nothing'"):
        advgui.load_network("nothing")


def test_an_image_is_recognised_as_in_the_window() -> None:
    image = advgui.load_gallery().images[5]
    reading = advgui.recognise(advgui.load_network("report"), image)
    assert reading == load_shipped("report").read(image)
    assert advgui.recognise(advgui.load_network("report"), image / 255) == reading


def test_a_network_is_trained_measured_and_repeatable(data: Path) -> None:
    told: list[float] = []
    first = advgui.train("softmax", name="mine", epochs=2, seed=3, progress=told.append)
    again = advgui.train("softmax", epochs=2, seed=3, folder=data / "mnist")
    assert first.name == "mine"
    assert (first.card.seed, first.card.epochs) == (3, 2)
    assert first.card.mnist is not None
    assert told == sorted(told)
    assert told[-1] == 1.0
    images = advgui.load_mnist().images / np.float32(255)
    assert np.array_equal(first.logits(images), again.logits(images))


@pytest.mark.usefixtures("data")
@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"architecture": "nothing"}, "There is no architecture 'nothing'"),
        ({"epochs": 0}, "epochs is a whole number"),
        ({"share": 2.0}, "share is a number"),
        ({"architecture": "softmax", "activation": "tanh"}, "activation"),
    ],
)
def test_what_cannot_be_trained_is_told_in_a_sentence(asked: dict[str, object], words: str) -> None:
    with pytest.raises(advgui.BadInput, match=words):
        advgui.train(**asked)  # type: ignore[arg-type]


@pytest.mark.usefixtures("data")
def test_a_network_is_trained_to_defend_by_name_or_by_what_was_made() -> None:
    made = advgui.make_training_defence("noise", sigma=0.5)
    first = advgui.train("softmax", defence=made, epochs=1, pen=False)
    again = advgui.train("softmax", defence="noise", sigma=0.5, epochs=1, pen=False)
    images = advgui.load_mnist().images / np.float32(255)
    assert np.array_equal(first.logits(images), again.logits(images))
    assert "sigma 0.5" in first.card.training
    student = advgui.make_training_defence("distil", teacher=first, temperature=20)
    assert student.described() == "distilled from softmax at temperature 20"


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"defence": "nothing"}, "There is no way of training 'nothing'"),
        ({"defence": "noise", "sigma": 0}, "sigma is a number"),
        ({"defence": "distil"}, "needs a network as its teacher"),
        ({"sigma": 0.1}, "sigma: told only with a way of training"),
    ],
)
def test_a_way_of_training_that_cannot_be_is_told_in_a_sentence(
    asked: dict[str, object], words: str
) -> None:
    with pytest.raises(advgui.BadInput, match=words):
        advgui.train(**asked)  # type: ignore[arg-type]
