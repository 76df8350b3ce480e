"""What is exported computes the same elsewhere, and reads back as what it was."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings

from advgui.core.errors import NetworkFileError
from advgui.core.formats.onnx_file import read_onnx
from advgui.core.formats.safetensors_file import save_network
from advgui.core.images import Array, to_floats
from advgui.core.nn import initialisers
from advgui.core.nn.architectures import ARCHITECTURES
from advgui.core.nn.layers import KINDS, Reshape
from advgui.core.nn.network import Network
from tests.core.formats.onnx.chains import networks
from tests.core.formats.onnx.foreign import kinds, onnx, outputs
from tests.random_networks import blots, random_network

ROOT = Path(__file__).parents[4]
IMAGES = to_floats(blots(3))


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file to write again and again."""
    return tmp_path_factory.mktemp("exported") / "network.onnx"


def assert_alike(found: Array, expected: Array) -> None:
    tolerance = 1e-5 * max(1.0, float(np.abs(expected).max()))
    np.testing.assert_allclose(found, expected, atol=tolerance, rtol=0)


def assert_computes_the_same(network: Network, path: Path) -> None:
    """onnxruntime, and the network read again, say what the network says."""
    save_network(network, path)
    logits, confidences = outputs(path, IMAGES)
    expected = network.logits(IMAGES)
    assert_alike(logits, expected)
    assert_alike(confidences, network.confidences(IMAGES))
    again = read_onnx(path)
    assert again.output == network.output
    assert_alike(again.logits(IMAGES), expected)


@pytest.mark.parametrize("name", ARCHITECTURES)
def test_every_architecture_computes_the_same_in_onnxruntime(name: str, path: Path) -> None:
    network = random_network(name)
    assert_computes_the_same(network, path)
    assert kinds(read_onnx(path)) == kinds(network)


@settings(max_examples=60)
@given(network=networks())
def test_any_chain_of_layers_computes_the_same_in_onnxruntime(network: Network, path: Path) -> None:
    assert_computes_the_same(network, path)


def test_the_networks_here_have_every_kind_of_layer() -> None:
    found: set[str] = set()

    @settings(max_examples=200)
    @given(network=networks())
    def collect(network: Network) -> None:
        found.update(kinds(network))

    collect()
    assert found == set(KINDS)


def test_a_graph_convolution_of_another_graph_is_not_taken_for_ours(path: Path) -> None:
    network = random_network("dense")
    grid = (Reshape((28, 28, 1)), initialisers.chebyshev(np.random.default_rng(0), 3, 1, 1))
    save_network(replace(network, layers=(*grid, *network.layers)), path)
    model = onnx.load(path)
    for node in model.functions[0].node:
        if node.op_type == "AveragePool":
            node.attribute.pop()
    path.write_bytes(model.SerializeToString())
    with pytest.raises(NetworkFileError, match=r"the operator advgui\.Chebyshev3 of its node"):
        read_onnx(path)
