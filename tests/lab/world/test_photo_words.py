"""A photo's verdict: fooled only where another label, or the goal, is read."""

import dataclasses

import pytest

from advgui.core.world.photo import read_sheet
from advgui.core.world.raster import rasterised
from advgui.core.zoo import find_network
from advgui.lab.world.photo_words import JudgedPhoto, judged, verdict_words
from tests.sheets import page


@pytest.fixture(scope="module")
def photo() -> JudgedPhoto:
    return judged(read_sheet(rasterised(page(), 100)), find_network("convolutional"))


def read_as(photo: JudgedPhoto, label: int, goal: int | None) -> JudgedPhoto:
    after = photo.adversarial._replace(label=label)
    return dataclasses.replace(photo, adversarial=after, goal=goal)


def test_the_network_reads_the_very_images_of_the_photo(photo: JudgedPhoto) -> None:
    assert photo.original == photo.network.read(photo.sheet.original)
    assert photo.original.label == 7


def test_another_label_fools_if_no_goal_is_known(photo: JudgedPhoto) -> None:
    one = read_as(photo, 3, None)
    assert one.fooled
    assert verdict_words(one).startswith("Fooled by your photo: “Convolutional” reads 7 · ")


def test_the_same_label_is_not_fooled_and_it_is_said_what_helps(photo: JudgedPhoto) -> None:
    one = read_as(photo, 7, None)
    assert not one.fooled
    assert "A larger change" in verdict_words(one)


def test_another_label_than_the_goal_is_not_fooled_as_wanted(photo: JudgedPhoto) -> None:
    assert read_as(photo, 3, 3).fooled
    one = read_as(photo, 5, 3)
    assert not one.fooled
    assert verdict_words(one).endswith("where 3 was wanted.")
