"""How long each network takes to read one image, as it does for the bars while a pen moves."""

from collections.abc import Callable

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from advgui.core.images import LABELS, Bytes
from advgui.core.nn.network import Reading
from advgui.core.zoo import PLAIN, load_shipped
from tests.benchmarks.figures import Note, milliseconds


@pytest.mark.parametrize("name", PLAIN)
def test_one_image_is_read(
    benchmark: BenchmarkFixture, note: Note, digit: Bytes, name: str
) -> None:
    network = load_shipped(name)
    pedantic: Callable[..., Reading] = benchmark.pedantic
    reading = pedantic(network.read, (digit,), rounds=400, warmup_rounds=20)
    assert len(reading.confidences) == LABELS
    if benchmark.stats is not None:
        note(milliseconds(f"an image read, {name}", "< 8 ms", benchmark.stats.stats.data))
