"""Why an adversarial image fools a network."""

from numpy.typing import ArrayLike

from advgui.api.checked import checked_network, checked_seed, is_label
from advgui.api.images import ArrayError, valid_image
from advgui.core.explanation import explain as explaining
from advgui.core.explanation.explain import Explanation
from advgui.core.generators import drive
from advgui.core.images import LABELS
from advgui.core.nn.network import Network


def explain(
    network: Network,
    original: ArrayLike,
    adversarial: ArrayLike,
    goal: int | None = None,
    *,
    seed: int = 0,
) -> Explanation:
    """Why an image is read otherwise than the one that it was made of.

    Args:
        network: From ``load_network`` or ``train``, as it was attacked.
        original: (28, 28), as ``attack`` takes it.
        adversarial: (28, 28), such as the ``adversarial`` of an outcome.
        goal: The label that it was attacked toward; None for any other.
        seed: Of the random noises.

    Returns:
        The explanation: the ``slope`` at the original, with its ``weights`` (28, 28); ``noise``,
        a hundred images as far from it as the adversarial one; ``way`` and ``astray``, logits and
        confidences along the straight lines to the adversarial image and to the first noise, at
        places from 0 to twice as far. These three are None where nothing is changed.

    Raises:
        ArrayError: A BadInput, where an image or the goal is none.

    >>> import advgui
    >>> network = advgui.load_network("dense")
    >>> seven = advgui.load_gallery().images[7]
    >>> outcome = advgui.attack(network, seven, goal=3)
    >>> found = advgui.explain(network, seven, outcome.adversarial, goal=3)
    >>> along, _ = found.slope.pushes(found.change)
    >>> round(along), found.noise.reaching(3, 7)
    (10, 0)
    """
    if goal is not None and not is_label(goal):
        raise ArrayError(f"The goal is a digit from 0 to {LABELS - 1}; it cannot be {goal!r}.")
    before, after = valid_image(original), valid_image(adversarial)
    run = explaining.explain(checked_network(network), before, after, goal, seed=checked_seed(seed))
    return drive(run)
