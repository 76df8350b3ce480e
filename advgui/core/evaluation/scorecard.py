"""How well a network reads and how easily it is fooled: the figures of its card."""

from collections.abc import Generator
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from advgui.core.attacks import DEFAULT, make_attack
from advgui.core.attacks.objective import Norm
from advgui.core.datasets.readers import Digits
from advgui.core.evaluation.accuracy import IMAGES_AT_ONCE, read_labels
from advgui.core.evaluation.robustness import Score, away_from_labels, evaluate, random_goals
from advgui.core.generators import changed
from advgui.core.language import tr
from advgui.core.nn.card import Card
from advgui.core.nn.network import Network

# With these every card is measured, so that networks can be compared.
IMAGES: Final = 1000
SEED: Final = 0


@dataclass(frozen=True, slots=True, eq=False)
class UnseenDigits:
    """The digits that a network is measured with; it was trained on none of them.

    ``test`` is MNIST's test set; ``pen`` the pen digits of the writers that are always held
    out, the same for every network, or None where there are none.
    """

    test: Digits
    pen: Digits | None = None


def measure(
    network: Network,
    unseen: UnseenDigits,
    *,
    images: int = IMAGES,
    within: tuple[Norm, float] | None = None,
) -> Generator[float, None, Network]:
    """Give the network a card with its accuracies and the L2 that fools it.

    Yields the share in [0, 1] of the work that is done, in short steps. The default attack,
    with its own parameters, drives the first ``images`` test images that the network reads
    correctly toward random wrong labels; without any of them, there is no L2. For a
    network that was trained to defend, as many are attacked ``within`` a budget of a norm.
    """
    card = replace(network.card, parameters=network.parameters())
    card = replace(card, mnist=(yield from _accuracy(network, unseen.test, 0.0)))
    if unseen.pen is not None and len(unseen.pen.labels):
        words = tr("{count:,} pen digits by writers never trained on").format(
            count=len(unseen.pen.labels)
        )
        pen = yield from _accuracy(network, unseen.pen, 0.1)
        card = replace(card, pen=pen, pen_data=words)
    score = yield from _attacked(network, unseen.test, images)
    card = _with_score(card, score)
    if within is not None and images:
        card = yield from _with_robust(card, network, unseen.test, images, *within)
    return replace(network, card=card)


def by_writer(network: Network, pen: Digits) -> tuple[float, ...]:
    """The share of each writer's digits that is read correctly, in the writers' order.

    A person's hand is one of these, and the mean of so few says little of it.
    """
    if pen.writers is None:
        return ()
    right = read_labels(network, pen.images) == pen.labels
    return tuple(float(right[pen.writers == one].mean()) for one in np.unique(pen.writers))


def _accuracy(network: Network, digits: Digits, before: float) -> Generator[float, None, float]:
    """The share of the digits that are read correctly; a tenth of all the work."""
    right, count = 0, len(digits.labels)
    for start in range(0, count, IMAGES_AT_ONCE):
        part = slice(start, start + IMAGES_AT_ONCE)
        right += int((read_labels(network, digits.images[part]) == digits.labels[part]).sum())
        yield before + 0.1 * min(1.0, (start + IMAGES_AT_ONCE) / count)
    return right / count


def _attacked(network: Network, test: Digits, images: int) -> Generator[float, None, Score | None]:
    problem = random_goals(network, test, images, seed=SEED)
    if not len(problem.goals):
        return None
    run = evaluate(network, make_attack(DEFAULT), problem, seed=SEED)
    return (yield from changed(run, lambda share: 0.2 + 0.8 * share))


def _with_score(card: Card, score: Score | None) -> Card:
    if score is None:
        return replace(card, l2=None, fooled=None, l2_data="")
    words = tr(
        "{count:,} test images that it reads correctly, toward random wrong digits in {steps} steps"
    ).format(count=score.images, steps=score.steps)
    return replace(card, l2=score.l2, fooled=score.fooled, l2_data=words)


def _with_robust(
    card: Card, network: Network, test: Digits, images: int, norm: Norm, budget: float
) -> Generator[float, None, Card]:
    """The share of the first test images that projected gradient descent leaves as they are read.

    Bytes are judged, as everywhere; those that are misread as they are count as fooled.
    """
    first = Digits(test.images[:images], test.labels[:images])
    problem = away_from_labels(network, first, images)
    attack = make_attack("pgd-l2" if norm == "l2" else "pgd", {"budget": budget})
    standing = len(problem.goals) / len(first.labels)
    if standing:
        run = evaluate(network, attack, problem, seed=SEED)
        score = yield from changed(run, lambda share: 1.0)
        standing *= 1.0 - score.fooled
    words = tr(
        "the first {count:,} test images, each attacked by {attack} in {steps} steps of a budget "
        "of {budget:g}"
    ).format(count=len(first.labels), attack=attack.title, steps=attack.total(), budget=budget)
    return replace(card, robust=standing, robust_data=words)
