"""A new layer is one file: it is saved, checked, opened, exported and read by what it tells."""

from pathlib import Path

import pytest

from tests.package_copy import PackageCopy

LAYER = '''
"""The exponential linear unit."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar, Self

import numpy as np

from advgui.core.images import Array
from advgui.core.nn.layers.base import Layer, Sides
from advgui.core.nn.layers.fields import Number
from advgui.core.nn.layers.operators import Operator, Order


@dataclass(frozen=True, slots=True)
class ELU(Layer):
    """a = z where z > 0, else alpha (exp(z) - 1) (Clevert et al. 2016)."""

    kind: ClassVar[str] = "elu"
    order: ClassVar[Order] = "any"
    reads: ClassVar[tuple[str, ...]] = ("Elu",)
    alpha: Annotated[float, Number()]

    def forward(self, inputs: Array) -> tuple[Array, Array]:
        """The activations, which are also the cache."""
        below = np.expm1(np.minimum(inputs, 0.0)) * inputs.dtype.type(self.alpha)
        result = np.where(inputs > 0.0, inputs, below)
        return result, result

    def backward(self, cache: Array, gradient: Array) -> Array:
        """g where the unit is open, else g (a + alpha)."""
        return np.where(cache > 0.0, gradient, gradient * (cache + self.alpha))

    def operators(self, sides: Sides) -> Sequence[Operator]:
        """Elu."""
        return (Operator("Elu", attributes={"alpha": self.alpha}),)

    @classmethod
    def from_onnx(cls, operator: Operator) -> Self:
        """Elu."""
        return cls(operator.number("alpha", 1.0))
'''
NETWORK = """
from pathlib import Path
import numpy as np
from advgui.core.formats.safetensors_file import load_network, save_network
from advgui.core.errors import NetworkFileError
from advgui.core.images import to_floats
from advgui.core.nn.initialisers import dense
from advgui.core.nn.layers import KINDS, Reshape
from advgui.core.nn.network import Network
from tests.random_networks import blots

random, ELU = np.random.default_rng(0), KINDS["elu"]
layers = (Reshape((784,)), dense(random, 784, 12), ELU(0.75), dense(random, 12, 10))
network, images = Network("made", layers, "softmax"), to_floats(blots(3))
"""
OPENED = """
for name in ("made.safetensors", "made.onnx"):
    save_network(network, Path(name))
    again = load_network(Path(name))
    assert again.layers[2] == ELU(0.75), again.layers
    np.testing.assert_allclose(again.logits(images), network.logits(images), atol=1e-5)
"""
ELSEWHERE = """
from tests.core.formats.onnx.foreign import outputs
save_network(network, Path("made.onnx"))
logits, _ = outputs(Path("made.onnx"), images)
np.testing.assert_allclose(logits, network.logits(images), atol=1e-5)
"""
REFUSED = """
damaged = Network("made", (*layers[:2], ELU("seven"), layers[3]), "softmax")
save_network(damaged, Path("made.safetensors"))
try:
    load_network(Path("made.safetensors"))
except NetworkFileError as error:
    assert 'in its layer 2, elu: alpha "seven" is no number of 32 bits.' in str(error), error
else:
    raise AssertionError("opened")
"""
UNTOLD = """
try:
    save_network(network, Path("made.onnx"))
except NetworkFileError as error:
    assert str(error) == "made.onnx: a layer of the kind elu has no form in ONNX.", error
else:
    raise AssertionError("exported")
"""


@pytest.fixture
def copy(tmp_path: Path) -> PackageCopy:
    """A package without it."""
    return PackageCopy(tmp_path)


@pytest.mark.parametrize("use", [OPENED, ELSEWHERE, REFUSED], ids=["saved", "exported", "refused"])
def test_a_new_file_is_a_layer_wherever_layers_are_listed(copy: PackageCopy, use: str) -> None:
    copy.add("advgui/core/nn/layers/elu.py", LAYER)
    copy.run("-c", NETWORK + use)


def test_a_layer_that_tells_no_form_in_onnx_is_not_exported(copy: PackageCopy) -> None:
    start = LAYER.index("    def operators")
    copy.add("advgui/core/nn/layers/elu.py", LAYER[:start])
    copy.run("-c", NETWORK + UNTOLD)


def test_another_package_offers_one_as_an_entry_point(copy: PackageCopy) -> None:
    copy.install("other", LAYER, "advgui.layers", "elu = other:ELU")
    copy.run("-c", NETWORK + OPENED)


def test_a_layer_whose_field_tells_nothing_is_left_out_in_a_sentence(copy: PackageCopy) -> None:
    untold = LAYER.replace("Annotated[float, Number()]", "float")
    copy.install("other", untold, "advgui.layers", "elu = other")
    told = copy.run(
        "-c",
        "from advgui.core.nn.layers import KINDS; from advgui.core.plugins import tell_problems;"
        "assert 'elu' not in KINDS; tell_problems(print)",
    )
    assert "The plug-in elu cannot be loaded: TypeError, the field alpha of ELU" in told
