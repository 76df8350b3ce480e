"""Attacks: on one image, on a batch, and measured over many images."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike

from advgui.api.checked import checked_labels, checked_network, checked_seed
from advgui.api.images import ArrayError, array_of, drawn_ink, valid_image, valid_images
from advgui.core import attacks
from advgui.core.attacks import ATTACKS, DEFAULT, Outcome, Problem
from advgui.core.attacks import EvasionAttack as Attack
from advgui.core.attacks.outcome import stopped_after
from advgui.core.attacks.problem import Flags
from advgui.core.attacks.world.masked import PAINTED, Masked
from advgui.core.datasets.readers import Digits
from advgui.core.defences.defended import as_asked
from advgui.core.digits.ink import Ink
from advgui.core.digits.rendering import PEN
from advgui.core.errors import ParameterError
from advgui.core.evaluation import robustness
from advgui.core.evaluation.accuracy import read_labels
from advgui.core.evaluation.robustness import Score
from advgui.core.generators import drive
from advgui.core.images import SIZE, Bytes
from advgui.core.nn.network import Network
from advgui.core.parameters import Value
from advgui.core.world.survival import survival as seen_in_the_world


def list_attacks() -> tuple[str, ...]:
    """The names of the attacks, the default first; ``advgui attacks`` tells of their parameters.

    >>> import advgui
    >>> len(advgui.list_attacks()) >= 2
    True
    """
    return tuple(ATTACKS)


def make_attack(name: str = DEFAULT, **parameters: Value) -> Attack:
    """An attack with these parameters, the others at their defaults.

    Raises:
        ParameterError: A BadInput, for an unknown name, or a value out of its range.

    >>> import advgui
    >>> advgui.make_attack("penalty", steps=20).settings["steps"]
    20
    """
    return attacks.make_attack(name, parameters)


def attack(
    network: Network,
    image: ArrayLike | None = None,
    goal: int | None = None,
    *,
    strokes: Sequence[ArrayLike] | None = None,
    pen_width: float = PEN,
    attack: str | Attack = DEFAULT,
    seed: int = 0,
    aware: bool = True,
    confidence: float = 0.0,
    region: ArrayLike | None = None,
    start: ArrayLike | None = None,
    stop_after: int | None = None,
    **parameters: Value,
) -> Outcome:
    """Change an image until a network reads it as something else.

    Args:
        network: From ``load_network`` or ``train``.
        image: (28, 28), whole numbers from 0 to 255, or real ones from 0 to 1, which are rounded;
            ink is the larger. None where ``strokes`` are given.
        goal: The label to reach, 0 to 9; None (untargeted) for any but the one that is read.
        strokes: As ``render`` takes them, and an attack that changes strokes
            needs them. The ``ink`` of the outcome has what ``adversarial`` is drawn with.
        pen_width: What ``render`` calls ``pen``, of the strokes.
        attack: One of ``list_attacks()``, or what ``make_attack`` made.
        seed: The same one gives the same outcome, bit for bit, on one machine.
        aware: Of what ``defend`` has put before the network. An attacker that is not attacks it
            alone; ``fooled_through`` and ``through`` of the outcome tell how that ends behind it.
        confidence: By how many logits the goal must lead every other label, 0 to 50.
        region: For the attack "masked": (28, 28), true where the image may change.
        start: An image (28, 28) to begin at, such as another outcome's ``adversarial``; it is
            ``image`` that it stays near. None as the attack begins by itself; not every one can.
        stop_after: The step after which it is stopped, and the best one kept; None for none. That
            is another run than one of so few ``steps``, where an attack plans ahead.
        **parameters: The attack's own, such as ``steps=100``; with its name only.

    Returns:
        The outcome: ``fooled``; the ``adversarial`` image uint8 (28, 28), on which that is judged;
        the readings ``before`` and ``after``; the distances ``l2`` and ``linf`` of pixels in
        [0, 1]; ``steps``, passes, seconds.

    Raises:
        ArrayError: A BadInput, where the image or the goal is none.
        ParameterError: A BadInput, for an unknown attack, a value out of its range, an attack
            that needs a goal and has none, or one that reaches for no confidence.

    >>> import advgui
    >>> network = advgui.load_network("report")
    >>> seven = advgui.load_gallery().images[7]
    >>> outcome = advgui.attack(network, seven, goal=3, seed=0)
    >>> outcome.fooled, outcome.before.label, outcome.after.label
    (True, 7, 3)
    >>> away = advgui.attack(network, seven)
    >>> away.fooled, away.after.label != 7
    (True, True)
    """
    made, goals = _with_region(attack, parameters, region), None if goal is None else [goal]
    ink = None if strokes is None else drawn_ink(strokes, pen_width)
    original = _original(image, ink)
    problem = _asked(network, original[None], goals, made, confidence, region, aware=aware)
    begun = None if start is None else valid_image(start)[None]
    problem = replace(problem, inks=None if ink is None else (ink,), starts=begun)
    run = made.run(network, problem, seed=checked_seed(seed), aware=aware)
    (outcome,) = drive(stopped_after(run, stop_after))
    return outcome


def attack_batch(
    network: Network,
    images: ArrayLike,
    goals: ArrayLike | None = None,
    *,
    attack: str | Attack = DEFAULT,
    seed: int = 0,
    aware: bool = True,
    confidence: float = 0.0,
    region: ArrayLike | None = None,
    stop_after: int | None = None,
    **parameters: Value,
) -> tuple[Outcome, ...]:
    """The same for many images at once, which costs each of them less time.

    Args:
        network: As for ``attack``.
        images: (n, 28, 28), else as for ``attack``.
        goals: (n,) labels to reach; None (untargeted) for any but those that are read.
        attack: As for ``attack``, and so are ``seed``, ``parameters`` and what is raised.
        seed: One for the whole batch: an image alone may end otherwise. Equal images begin alike.
        aware: As for ``attack``.
        confidence: As for ``attack``.
        region: As for ``attack``, the same for all.
        stop_after: As for ``attack``.
        **parameters: The attack's own.

    Returns:
        One outcome for each image, in their order.

    >>> import advgui
    >>> digits = advgui.load_gallery()
    >>> outcomes = advgui.attack_batch(
    ...     advgui.load_network("report"), digits.images, (digits.labels + 1) % 10
    ... )
    >>> len(outcomes), outcomes[0].goal
    (30, 1)
    """
    made, batch = _with_region(attack, parameters, region), valid_images(images)
    problem = _asked(network, batch, goals, made, confidence, region, aware=aware)
    run = made.run(network, problem, seed=checked_seed(seed), aware=aware)
    return drive(stopped_after(run, stop_after))


def survival(
    network: Network, image: ArrayLike, adversarial: ArrayLike, goal: int | None = None
) -> tuple[float, float]:
    """How much of what fools is left once an image was turned, shifted, scaled, blurred, printed.

    Args:
        network: As for ``attack``.
        image: The plain one, as for ``attack``.
        adversarial: What was made of it, such as an outcome's ``adversarial``.
        goal: The label that it is to be read as, 0 to 9; None for any other than ``image``.

    Returns:
        The share of 1,000 draws, always the same, through which ``adversarial`` still fools, and
        that through which ``image`` is still read as it is; both in [0, 1].

    Raises:
        ArrayError: A BadInput, where an image or the goal is none.

    >>> import advgui
    >>> network = advgui.load_network("report")
    >>> seven = advgui.load_gallery().images[7]
    >>> printed = advgui.attack(network, seven, goal=3, attack="expectation")
    >>> fools, plain = advgui.survival(network, seven, printed.adversarial, goal=3)
    >>> fools > 0.2, plain > 0.2
    (True, True)
    """
    goals = None if goal is None else checked_labels([goal], 1)
    plain, made = valid_image(image)[None], valid_image(adversarial)[None]
    found = seen_in_the_world(checked_network(network), plain, made, goals)
    return float(found.rates[0]), float(found.plain_rates[0])


def evaluate(
    network: Network,
    images: ArrayLike,
    labels: ArrayLike,
    attacks: str | Attack | Sequence[str | Attack] = DEFAULT,
    *,
    targeted: bool = True,
    seed: int = 0,
    aware: bool = True,
) -> tuple[Score, ...]:
    """Measure attacks over many images: those that the network reads as they are labelled.

    Args:
        network: As for ``attack``.
        images: (n, 28, 28), whole numbers from 0 to 255, or real ones from 0 to 1.
        labels: (n,) what they are, 0 to 9.
        attacks: One or several, each of ``list_attacks()``, or what ``make_attack`` made.
        targeted: Toward a wrong goal at random for each image, or else away from its label.
        seed: The same one gives the same scores, bit for bit, on one machine.
        aware: As for ``attack``; ``through`` is the share that fools the network behind defences.

    Returns:
        A score for each attack: the share that is ``fooled`` as 8-bit images, in [0, 1], ``l2``
        and ``median`` of the distances of these, and more.

    Raises:
        ArrayError: A BadInput, where images or labels are none.
        ParameterError: A BadInput, where no image is read as it is labelled, and as ``attack``.

    >>> import advgui
    >>> network, digits = advgui.load_network("report"), advgui.load_gallery()
    >>> (score,) = advgui.evaluate(network, digits.images, digits.labels)
    >>> score.fooled > 0.9, score.images <= 30
    (True, True)
    """
    batch = valid_images(images)
    digits = Digits(batch, checked_labels(labels, len(batch)))
    seed = checked_seed(seed)
    problem = _problem(checked_network(network), digits, targeted=targeted, seed=seed)
    if not len(problem.goals):
        raise ParameterError(f"The network {network.name} reads none of the images correctly.")
    several = (attacks,) if isinstance(attacks, str | Attack) else attacks
    chosen = [_attack(attack, {}) for attack in several]
    runs = (robustness.evaluate(network, one, problem, seed=seed, aware=aware) for one in chosen)
    return tuple(map(drive, runs))


def _original(image: ArrayLike | None, ink: Ink | None) -> Bytes:
    """The valid image of whichever is given; raises ArrayError unless one of them is."""
    if image is None and ink is not None:
        return ink.image()
    if image is not None and ink is None:
        return valid_image(image)
    raise ArrayError("An attack is made on an image or on strokes, one of the two.")


def _asked(
    network: Network,
    batch: Bytes,
    goals: ArrayLike | None,
    made: Attack,
    confidence: float,
    region: ArrayLike | None,
    *,
    aware: bool,
) -> Problem:
    checked_network(network)
    free = None if region is None else _region(region)
    lead = attacks.checked_confidence(made, confidence)
    if goals is not None:
        return Problem(batch, checked_labels(goals, len(batch)), confidence=lead, region=free)
    labels = read_labels(as_asked(network, aware=aware), batch)
    return Problem(batch, labels, "untargeted", lead, region=free)


def _with_region(
    attack: str | Attack, parameters: dict[str, Value], region: ArrayLike | None
) -> Attack:
    """The attack; one inside a mask takes the region that is given."""
    if region is not None and attack == Masked.name:
        parameters.setdefault("mask", PAINTED)
    return _attack(attack, parameters)


def _problem(network: Network, digits: Digits, *, targeted: bool, seed: int) -> Problem:
    count = len(digits.labels)
    if targeted:
        return robustness.random_goals(network, digits, count, seed=seed)
    return robustness.away_from_labels(network, digits, count)


def _attack(attack: str | Attack, parameters: dict[str, Value]) -> Attack:
    if isinstance(attack, str):
        return attacks.make_attack(attack, parameters)
    if not isinstance(attack, Attack):
        raise ParameterError(
            f"An attack is one of list_attacks(), or what make_attack made, not {attack!r}."
        )
    if parameters:
        named = ", ".join(parameters)
        raise ParameterError(f"{named}: say it to make_attack, which made the attack.")
    return attack


def _region(region: ArrayLike) -> Flags:
    """A region as flags (28, 28); raises ArrayError for what is none."""
    array = array_of(region)
    if array.shape != (SIZE, SIZE) or not (array.dtype == bool or np.isin(array, (0, 1)).all()):
        raise ArrayError("A region is (28, 28), true where the image may change.")
    return array.astype(bool)
