"""A figure as SVG is whole by itself."""

import base64
import io
from dataclasses import replace
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image

from advgui.lab.export.figure import Figure, run_figure
from advgui.lab.export.svg import DENSE, PIXEL, WIDTH, figure_svg
from tests.lab.export.shipped_runs import beginning, run_of

_SVG = "{http://www.w3.org/2000/svg}"


def figure() -> Figure:
    return run_figure(run_of(beginning(), steps=20), 0.5)


def parsed(made: Figure) -> ElementTree.Element:
    return ElementTree.fromstring(figure_svg(made))  # noqa: S314 (it was made here)


def test_the_exact_pixels_can_be_read_back() -> None:
    made = figure()
    images = [
        image
        for image in parsed(made).findall(f"{_SVG}image")
        if image.attrib["width"] == image.attrib["height"]
    ]
    for image, panel in zip(images, made.panels, strict=True):
        _, _, content = image.attrib["href"].partition("base64,")
        pixels = np.asarray(Image.open(io.BytesIO(base64.b64decode(content))).convert("RGB"))
        np.testing.assert_array_equal(pixels[:: PIXEL * DENSE, :: PIXEL * DENSE], panel.pixels)


def test_bars_are_as_high_as_confidences() -> None:
    made = figure()
    root = parsed(made)
    _, *drawn = root.findall(f"{_SVG}rect")  # the first is the ground
    bars = [float(bar.attrib["height"]) for bar in drawn]
    frames = len(made.panels)
    readings = [panel.reading for panel in made.panels if panel.reading]
    told = [share for reading in readings for share in reading.confidences]
    heights = np.array([bar for bar in bars if bar <= 60.0])
    assert len(bars) == frames + len(told)
    np.testing.assert_allclose(heights, 60.0 * np.array(told), atol=0.01)


def test_words_that_a_file_brings_are_told_as_words() -> None:
    odd = replace(figure(), provenance="Made on <script>alert('&')</script>.")
    root = parsed(odd)
    told = [text.text or "" for text in root.findall(f"{_SVG}text")]
    assert any(odd.provenance in words for words in told)


def test_a_long_sentence_has_more_lines_and_the_figure_is_higher() -> None:
    made = figure()
    long = replace(made, sentence=" ".join([made.sentence] * 6))
    heights = [int(parsed(one).attrib["height"]) for one in (made, long)]
    assert heights[1] > heights[0]


@pytest.mark.parametrize("times", [1, 6])
def test_a_figure_for_a_slide_is_16_to_9_with_the_same_in_its_middle(times: int) -> None:
    made = figure()
    long = replace(made, sentence=" ".join([made.sentence] * times))
    plain, root = (
        ElementTree.fromstring(figure_svg(long, slide=slide))  # noqa: S314 (it was made here)
        for slide in (False, True)
    )
    left, above, wide, high = (int(part) for part in root.attrib["viewBox"].split())
    assert 9 * wide == 16 * high
    assert wide >= WIDTH
    assert high >= int(plain.attrib["height"])
    assert (left, above) == ((WIDTH - wide) // 2, (int(plain.attrib["height"]) - high) // 2)
    ground, *drawn = root
    assert [ground.attrib[name] for name in ("x", "y", "width", "height")] == [
        str(part) for part in (left, above, wide, high)
    ]
    assert [one.attrib for one in drawn] == [one.attrib for one in list(plain)[1:]]
