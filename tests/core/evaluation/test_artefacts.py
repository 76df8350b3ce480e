"""An artefact is measured on digits that are read correctly, of any network."""

import numpy as np
import pytest

from advgui.core.attacks.fitted import Artefact
from advgui.core.datasets.readers import Digits
from advgui.core.errors import ParameterError
from advgui.core.evaluation.artefacts import score_artefact
from advgui.core.images import SIZE, to_floats
from advgui.core.zoo import load_shipped
from tests.mean_sign import MeanSign, Stamp, gallery


def signs(goal: int | None) -> Artefact:
    drawn = np.random.default_rng(1).choice([-0.4, 0.4], (SIZE, SIZE))
    return Artefact(MeanSign(size=0.4), {"change": drawn.astype(np.float32)}, goal)


@pytest.mark.parametrize("name", ["report", "dense"])
@pytest.mark.parametrize("goal", [None, 3])
def test_the_shares_are_those_of_fresh_readings(name: str, goal: int | None) -> None:
    network, digits = load_shipped(name), gallery()
    score = score_artefact(signs(goal), network, digits)
    pairs = [
        (int(label), network.read(signs(goal).apply(image)).label)
        for image, label in zip(digits.images, digits.labels, strict=True)
        if network.read(image).label == label != goal
    ]
    assert (score.network, score.images) == (name, len(pairs))
    assert score.misread == pytest.approx(np.mean([label != read for label, read in pairs]))
    hits = [read != label if goal is None else read == goal for label, read in pairs]
    assert score.fooled == pytest.approx(np.mean(hits))
    assert score.noise is not None


def test_a_goal_that_is_said_late_is_another_label_at_random() -> None:
    network = load_shipped("report")
    score = score_artefact(
        Artefact(Stamp(), {"row": np.ones(SIZE, np.float32)}), network, gallery()
    )
    assert score.noise is None
    assert 0 <= score.fooled <= score.misread <= 1


def test_a_network_that_reads_none_is_told() -> None:
    network, digits = load_shipped("report"), gallery()
    wrong = (network.logits(to_floats(digits.images)).argmax(axis=-1) + 1) % 10
    with pytest.raises(ParameterError, match="reads none"):
        score_artefact(signs(None), network, Digits(digits.images, wrong))
