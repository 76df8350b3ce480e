"""A sheet says in words what is on it."""

from advgui.core.world.shapes import Line
from advgui.core.zoo import find_network
from advgui.lab.world.sheet_words import images_page
from tests.sheets import two_images


def test_both_readings_the_network_and_the_size_of_the_change_stand_on_the_sheet() -> None:
    network = find_network("report")
    page = images_page(*two_images(), network, ["Attack: by hand, toward 3."], "Letter")
    words = [shape.words for shape in page.shapes if isinstance(shape, Line)]
    before, after = (network.read(image).label for image in two_images())
    assert any(line.startswith(f"Original: reads {before} · ") for line in words)
    assert any(line.startswith(f"Adversarial: reads {after} · ") for line in words)
    assert any("report" in line and "L2 " in line for line in words)
    assert "Attack: by hand, toward 3." in words
    assert page.width == 215.9
