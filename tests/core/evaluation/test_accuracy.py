"""Many images are read as one by one, however many go through the network at once."""

import numpy as np
import pytest

from advgui.core.datasets.readers import Digits
from advgui.core.evaluation.accuracy import accuracy, read_in_turns, read_labels
from tests.random_networks import blots, random_network


@pytest.mark.parametrize("at_once", [1, 7, 500])
def test_labels_are_those_of_each_image_alone(at_once: int) -> None:
    network, images = random_network(), blots(30)
    labels = read_labels(network, images, at_once)
    assert labels.tolist() == [network.read(image).label for image in images]


def test_accuracy_is_the_share_that_is_read_as_it_is_labelled() -> None:
    network, images = random_network(), blots(20)
    labels = read_labels(network, images)
    labels[:5] = (labels[:5] + 1) % 10
    assert accuracy(network, Digits(images, np.asarray(labels))) == 0.75


def test_digits_read_in_turns_are_all_of_them_in_their_order() -> None:
    network, images = random_network(), blots(150)
    labels = np.arange(150) % 10
    turns = list(read_in_turns(network, Digits(images, labels)))
    assert len(turns) > 1
    assert np.array_equal(np.concatenate([some.images for some, _ in turns]), images)
    assert np.array_equal(np.concatenate([some.labels for some, _ in turns]), labels)
    read = np.concatenate([read for _, read in turns])
    assert np.array_equal(read, read_labels(network, images))
