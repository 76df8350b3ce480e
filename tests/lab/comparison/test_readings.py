"""Whether an attack's image fools a network, asked by fresh readings of the very bytes."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advgui.core.defences import make_defence
from advgui.core.defences.defended import defended
from advgui.core.images import Bytes
from advgui.core.nn.network import Network
from advgui.lab.comparison.readings import (
    AdversarialExample,
    ComparedImages,
    count_transfers,
    read_images,
)
from tests.lab.requests import image, network

seeds = st.integers(0, 10_000)


def example(
    against: Network, original: Bytes, adversarial: Bytes, goal: int | None
) -> AdversarialExample:
    """An attack's image, wherever it comes from."""
    label, after = against.read(original).label, against.read(adversarial).label
    fooled = after == goal if goal is not None else after != label
    l2 = float(np.linalg.norm((adversarial.astype(float) - original).ravel() / 255))
    return AdversarialExample(
        image=adversarial,
        original=original,
        against=against,
        label=label,
        goal=goal,
        fooled=fooled,
        l2=l2,
        step=3,
        running=False,
    )


@given(seeds, seeds, seeds, st.one_of(st.none(), st.integers(0, 9)))
def test_the_verdict_is_what_a_fresh_reading_says(
    one: int, other: int, pixels: int, goal: int | None
) -> None:
    attacked, reader = network(one), network(other)
    original, adversarial = image(pixels), image(pixels + 1)
    row = read_images(
        reader, ComparedImages(original, example(attacked, original, adversarial, goal))
    )
    wanted, before, after = (
        attacked.read(original).label,
        reader.read(original).label,
        reader.read(adversarial).label,
    )
    assert row.drawing == reader.read(original)
    assert row.adversarial == reader.read(adversarial)
    if before != wanted:
        assert row.verdict == "misread"
    elif after == before:
        assert row.verdict in ("not fooled", "already")
    elif goal is None or after == goal:
        assert row.verdict == "fooled"
    else:
        assert row.verdict == "wrong class"


@given(st.lists(seeds, min_size=1, max_size=6, unique=True), seeds)
def test_the_counts_hold_every_other_network_once(readers: list[int], pixels: int) -> None:
    networks = [network(seed) for seed in readers]
    original, adversarial = image(pixels), image(pixels + 1)
    images = ComparedImages(original, example(networks[0], original, adversarial, 3))
    rows = [read_images(reader, images) for reader in networks]
    counted = count_transfers(rows)
    verdicts = Counter(row.verdict for row in rows[1:])
    assert counted.others == len(networks) - 1
    assert counted.at_goal == verdicts["fooled"]
    assert counted.elsewhere == verdicts["wrong class"]
    assert counted.misread == verdicts["misread"]
    assert counted.fooled + counted.not_fooled + counted.misread == counted.others


def test_the_attacked_network_without_its_defence_is_no_other_one() -> None:
    alone, other, original = network(1), network(2), image(1)
    behind = defended(alone, [make_defence("threshold")])
    images = ComparedImages(original, example(behind, original, image(2), 3))
    rows = [read_images(reader, images) for reader in (alone, other)]
    assert [row.attacked for row in rows] == [True, False]
    assert count_transfers(rows).others == 1


def test_what_was_read_before_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    reader, original = network(7), image(1)
    first = read_images(reader, ComparedImages(original))
    read: list[bytes] = []
    honest = Network.read

    def counted(self: Network, pixels: Bytes) -> object:
        read.append(pixels.tobytes())
        return honest(self, pixels)

    monkeypatch.setattr(Network, "read", counted)
    adversarial = image(2)
    images = ComparedImages(original, example(network(1), original, adversarial, 3))
    read.clear()
    second = read_images(reader, images, first)
    assert read == [adversarial.tobytes()]
    assert read_images(reader, images, second).adversarial == second.adversarial
    assert len(read) == 1
    other = read_images(network(8), images, second)  # never what another network has read
    assert other.drawing == honest(network(8), original)
