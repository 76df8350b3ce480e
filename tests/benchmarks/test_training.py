"""Training the convolutional network in numpy beside PyTorch, with as many threads each."""

import os
from collections.abc import Callable
from typing import Any, Final

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from advgui.core.images import Array, Labels, to_floats
from advgui.core.memory import keep_freed_memory
from advgui.core.nn.architectures import ARCHITECTURES
from advgui.core.nn.layers import Conv2d, Dense
from advgui.core.nn.network import Network
from advgui.core.nn.optimisers import Adam
from advgui.core.training.loop import gradients_of
from tests.benchmarks.figures import Note, ratios, times
from tests.random_networks import blots

BATCH: Final = 128
RATE: Final = 0.001
Step = Callable[[], object]
Torch = Any  # its own types are at hand only where it is


@pytest.fixture
def torch() -> Torch:
    return pytest.importorskip("torch", reason="PyTorch is not installed")


@pytest.fixture
def network() -> Network:
    """Untrained, as a training starts."""
    architecture = ARCHITECTURES["convolutional"]
    layers = architecture.build(np.random.default_rng(0), "relu")
    return Network(architecture.name, layers, architecture.output)


def threads() -> int:
    """As many as numpy's library of matrix products takes."""
    return int(os.environ.get("OPENBLAS_NUM_THREADS", os.cpu_count() or 1))


def ours(network: Network, images: Array, labels: Labels) -> Step:
    """One batch: forward, backward, Adam, as ``train`` takes it."""
    keep_freed_memory()
    optimiser = Adam([array for layer in network.layers for array in layer.weights.values()])

    def step() -> None:
        gradients = gradients_of(network, images, labels, "cross-entropy")[2]
        optimiser.update(gradients, RATE)

    return step


def translated(torch: Torch, network: Network) -> Torch:
    """The same network with the same weights in PyTorch, whose images are channels first."""
    nn = torch.nn
    twin = nn.Sequential(
        *(nn.Conv2d(1, 16, 5), nn.ReLU(), nn.MaxPool2d(2)),
        *(nn.Conv2d(16, 32, 5), nn.ReLU(), nn.MaxPool2d(2)),
        *(nn.Flatten(), nn.Linear(512, 128), nn.ReLU(), nn.Linear(128, 10)),
    )
    first, second = (layer.kernel for layer in network.layers if isinstance(layer, Conv2d))
    third, fourth = (layer.matrix for layer in network.layers if isinstance(layer, Dense))
    arrays = (
        *(first.transpose(3, 2, 0, 1), second.transpose(3, 2, 0, 1)),
        *(third.reshape(4, 4, 32, 128).transpose(3, 2, 0, 1).reshape(128, 512), fourth.T),
    )
    with torch.no_grad():
        for position, array in zip((0, 3, 7, 9), arrays, strict=True):
            twin[position].weight[...] = torch.tensor(array)
            twin[position].bias.zero_()
    return twin


def theirs(torch: Torch, twin: Torch, images: Torch, labels: Labels) -> Step:
    """The same in PyTorch."""
    optimiser = torch.optim.Adam(twin.parameters(), RATE)
    wanted = torch.tensor(labels)

    def step() -> None:
        optimiser.zero_grad()
        torch.nn.functional.cross_entropy(twin(images), wanted).backward()
        optimiser.step()

    return step


@pytest.mark.parametrize("layout", ["channels_last", "contiguous_format"])
def test_a_batch_is_trained_on(
    benchmark: BenchmarkFixture, note: Note, network: Network, torch: Torch, layout: str
) -> None:
    torch.set_num_threads(threads())
    memory = getattr(torch, layout)
    images, labels = to_floats(blots(BATCH)), np.arange(BATCH) % 10
    twin = translated(torch, network).to(memory_format=memory)
    shown = torch.tensor(images)[:, None].to(memory_format=memory)
    np.testing.assert_allclose(twin(shown).detach(), network.logits(images), atol=1e-4)
    here, there = ours(network, images, labels), theirs(torch, twin, shown, labels)
    if found := ratios(benchmark, here, there):
        what = f"images trained on, of PyTorch's ({layout}, threads: {threads()})"
        note(times(what, ">= .6 x", [1 / ratio for ratio in found]))
