"""Training the convolutional network in numpy beside PyTorch, with as many threads each."""

import os
from collections.abc import Callable
from typing import Final

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from advgui.core.images import Array, Labels, to_floats
from advgui.core.memory import keep_freed_memory
from advgui.core.nn.architectures import ARCHITECTURES
from advgui.core.nn.network import Network
from advgui.core.nn.optimisers import Adam
from advgui.core.training.loop import gradients_of
from tests.benchmarks.figures import Note, ratios, times
from tests.benchmarks.twins import Torch, require_same, twin
from tests.random_networks import blots

BATCH: Final = 128
RATE: Final = 0.001
Step = Callable[[], object]


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


def theirs(torch: Torch, other: Torch, images: Torch, labels: Labels) -> Step:
    """The same in PyTorch."""
    optimiser = torch.optim.Adam(other.parameters(), RATE)
    wanted = torch.tensor(labels)

    def step() -> None:
        optimiser.zero_grad()
        torch.nn.functional.cross_entropy(other(images), wanted).backward()
        optimiser.step()

    return step


@pytest.mark.parametrize("layout", ["channels_last", "contiguous_format"])
def test_a_batch_is_trained_on(
    benchmark: BenchmarkFixture, note: Note, network: Network, torch: Torch, layout: str
) -> None:
    torch.set_num_threads(threads())
    memory = getattr(torch, layout)
    images, labels = to_floats(blots(BATCH)), np.arange(BATCH) % 10
    other = twin(torch, network).to(memory_format=memory)
    shown = torch.tensor(images)[:, None].to(memory_format=memory)
    require_same(torch, network, other, images)
    here, there = ours(network, images, labels), theirs(torch, other, shown, labels)
    if found := ratios(benchmark, here, there):
        what = f"images trained on, of PyTorch's ({layout}, threads: {threads()})"
        note(times(what, ">= .6 x", [1 / ratio for ratio in found]))
