"""From strokes to an image to a reading."""

from pytest_benchmark.fixture import BenchmarkFixture

from advgui.core.digits.gallery import read_gallery
from advgui.core.digits.rendering import render
from advgui.core.zoo import PLAIN, load_shipped
from tests.benchmarks.figures import Note, milliseconds


def test_a_digit_is_rendered(benchmark: BenchmarkFixture, note: Note) -> None:
    digits = read_gallery()
    benchmark(lambda: [render(digit.strokes) for digit in digits])
    if benchmark.stats is not None:
        found = [seconds / len(digits) for seconds in benchmark.stats.stats.data]
        note(milliseconds("ink to image, per digit", "< 1 ms", found))


def test_a_network_is_loaded_and_reads_a_digit(benchmark: BenchmarkFixture, note: Note) -> None:
    strokes = read_gallery()[0].strokes
    for name in PLAIN:
        assert load_shipped(name).read(render(strokes)).confidences
    benchmark(lambda: load_shipped("report").read(render(strokes)))
    if benchmark.stats is not None:
        note(milliseconds("load the report's network, read", "", benchmark.stats.stats.data))
