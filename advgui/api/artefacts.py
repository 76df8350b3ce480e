"""What an attack learns once, from many digits, and any digit then wears."""

from collections.abc import Callable
from pathlib import Path

from advgui.api.checked import checked_network, checked_seed
from advgui.api.images import AnyPath, mnist_folder
from advgui.core.attacks.fitted import FITTED, Artefact, make_fitted_attack
from advgui.core.attacks.fitted import artefact_file as files
from advgui.core.datasets.readers import read_mnist
from advgui.core.generators import drive
from advgui.core.nn.network import Network
from advgui.core.parameters import Value


def list_fitted_attacks() -> tuple[str, ...]:
    """The attacks that learn once, by the names that ``fit`` takes.

    >>> import advgui
    >>> "universal" in advgui.list_fitted_attacks()
    True
    """
    return tuple(FITTED)


def fit(
    network: Network,
    method: str = "universal",
    goal: int | None = None,
    *,
    seed: int = 0,
    folder: AnyPath | None = None,
    progress: Callable[[float], object] = lambda _: None,
    **parameters: Value,
) -> Artefact:
    """Learn from MNIST's training images what fools any digit that wears it.

    Args:
        network: From ``load_network``, ``train`` or ``defend``.
        method: One of ``list_fitted_attacks()``.
        goal: The label to reach; None for any but the one that is read, or, of a method that is
            told its goal when it is worn, for all of them.
        seed: The same one gives the same artefact, bit for bit, on one machine.
        folder: MNIST's four files; if none is named, where ``advgui data`` finds them.
        progress: Is told what share of the work is done, in [0, 1].
        **parameters: The method's own, such as ``budget``, ``steps`` and ``images``.

    Returns:
        The artefact. ``apply(images)`` gives the valid images that wear it, uint8 of the same
        shape, (28, 28) or (n, 28, 28), and asks no network for anything; it takes uint8, or real
        numbers from 0 to 1, and a goal for each where goals are told then. ``card.rate`` is the
        share of unseen digits that are fooled, ``card.noise_rate`` the same of random noise.

    Raises:
        ParameterError: A BadInput, for an unknown method, a value out of its range, or a goal
            too few or too many.
        DatasetError: A BadInput, where MNIST is missing or damaged.

    >>> import advgui
    >>> network = advgui.train("softmax", epochs=1)
    >>> artefact = advgui.fit(network, "universal", budget=0.3, steps=200, images=1000)
    >>> artefact.card.rate >= artefact.card.noise_rate
    True
    >>> artefact.apply(advgui.load_gallery().images).shape
    (30, 28, 28)
    """
    checked_network(network)
    attack = make_fitted_attack(method, parameters)
    attack.require_goal(goal)
    digits = read_mnist(mnist_folder(folder), "train")
    run = attack.run(network, digits, goal=goal, seed=checked_seed(seed), data=files.DATA)
    return drive(run, lambda state: progress(state.number / attack.total())).artefact


def save_artefact(artefact: Artefact, file: AnyPath) -> None:
    """Write an artefact as ``.safetensors``, with its card.

    Raises:
        ArtefactFileError: A BadInput, where it cannot be written.

    >>> import advgui, pathlib, tempfile
    >>> artefact = advgui.fit(advgui.train("softmax", epochs=1), goal=3, steps=20)
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = pathlib.Path(folder, "three.safetensors")
    ...     advgui.save_artefact(artefact, file)
    ...     advgui.open_artefact(file).goal
    3
    """
    files.save_artefact(artefact, Path(file))


def open_artefact(file: AnyPath) -> Artefact:
    """An artefact that ``save_artefact``, ``advgui fit`` or the window has saved.

    A file never runs code.

    Raises:
        ArtefactFileError: A BadInput, where there is no such file, or it holds no artefact.

    >>> import advgui
    >>> advgui.open_artefact("missing.safetensors")
    Traceback (most recent call last):
    advgui.core.errors.ArtefactFileError: missing.safetensors: ...
    """
    return files.load_artefact(Path(file))
