"""How many digits an artefact fools, of the network that it was learned from or of any other."""

from dataclasses import dataclass

import numpy as np

from advgui.core.attacks.fitted import Artefact
from advgui.core.attacks.fitted.places import PlaceRates
from advgui.core.attacks.fitted.trial import Trial, labels_of, other_labels
from advgui.core.datasets.readers import Digits
from advgui.core.images import quantise, to_floats
from advgui.core.nn.network import Network


@dataclass(frozen=True, slots=True)
class ArtefactScore:
    """An artefact worn by ``images`` digits that a network reads correctly, as valid images.

    ``fooled`` is the share that gets the goal, or any other label where there is none;
    ``misread`` the share that gets any other label; ``noise`` the share that random noise of the
    same norm fools, None where there is no such noise. ``places`` is of a patch, where that is
    asked for: what it comes to wherever it is put.
    """

    network: str
    images: int
    fooled: float
    misread: float
    noise: float | None
    places: PlaceRates | None = None


def score_artefact(
    artefact: Artefact, network: Network, digits: Digits, *, seed: int = 0
) -> ArtefactScore:
    """Have all digits wear it that the network reads correctly, and that do not have the goal.

    Where the goal is said when it is worn, it is another label than the digit's, at random.
    Raises ParameterError where the network reads none of them correctly.
    """
    random = np.random.default_rng(seed)
    late = artefact.attack.goal_when_worn
    goals = other_labels(digits.labels, random) if late else None
    if artefact.goal is not None:
        goals = np.full(len(digits.labels), artefact.goal, np.int64)
    trial = Trial.of(network, digits, goals)
    images = trial.problem.originals
    labels = labels_of(network, images)
    worn = labels_of(network, artefact.apply(images, trial.problem.goals if late else None))
    noisy = artefact.attack.noise(to_floats(images), random)
    return ArtefactScore(
        network=network.name,
        images=len(labels),
        fooled=float(trial.problem.reached(worn).mean()),
        misread=float((worn != labels).mean()),
        noise=None if noisy is None else trial.rate(quantise(noisy)),
    )
