"""Hidden activations are what goes into the last layer with weights."""

import numpy as np

from advgui.core.defences.detectors.activations import hidden, principal
from advgui.core.generators import drive
from advgui.core.images import to_floats
from advgui.core.zoo import load_shipped
from tests.random_networks import blots


def test_the_last_layer_makes_the_logits_of_them() -> None:
    network, images = load_shipped("report"), blots(700)
    found = drive(hidden(network, images))
    assert found.shape == (700, 20)
    logits, _ = network.layers[-1].forward(found)
    np.testing.assert_allclose(logits, network.logits(to_floats(images)), atol=1e-5)


def test_of_a_network_without_hidden_layers_they_are_the_pixels() -> None:
    images = blots(3)
    found = drive(hidden(load_shipped("softmax"), images))
    np.testing.assert_array_equal(found, to_floats(images).reshape(3, 784))


def test_the_main_direction_is_the_one_in_which_points_differ_most() -> None:
    random = np.random.default_rng(0)
    along = random.normal(0, 5, 400)
    points = np.outer(along, [0.6, 0.8]) + random.normal(0, 0.1, (400, 2))
    variances, found = principal(points, 2)
    assert variances[0] > 100 * variances[1]
    assert abs(np.corrcoef(found[:, 0], along)[0, 1]) > 0.999
