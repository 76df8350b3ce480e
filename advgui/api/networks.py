"""Networks: the ones that ship with advgui, those from files, and new ones."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from numpy.typing import ArrayLike

from advgui.api.checked import checked_network, checked_seed
from advgui.api.images import AnyPath, mnist_folder, valid_image
from advgui.core.datasets.catalogue import PEN_DIGITS
from advgui.core.datasets.folders import find_data
from advgui.core.errors import ParameterError
from advgui.core.formats import safetensors_file
from advgui.core.generators import drive
from advgui.core.nn.architectures import ARCHITECTURES, Activation
from advgui.core.nn.network import Network, Reading
from advgui.core.parameters import Value, validated
from advgui.core.training import registry
from advgui.core.training.data import Folders
from advgui.core.training.defending import TrainingDefence
from advgui.core.training.loop import TrainingStep
from advgui.core.training.pipeline import run_plan
from advgui.core.training.plan import Plan, planned
from advgui.core.training.registry import TRAINING_DEFENCES
from advgui.core.zoo import SHIPPED, default_network, find_network


def list_networks() -> tuple[str, ...]:
    """The names of the networks that ship with advgui.

    >>> import advgui
    >>> "report" in advgui.list_networks()
    True
    """
    return SHIPPED


def load_network(name_or_file: AnyPath | None = None) -> Network:
    """A network that ships with advgui by its name, or any by its file.

    Args:
        name_or_file: One of ``list_networks()``, or a ``.safetensors`` or ``.onnx`` file (the
            latter needs the extra ``advgui[onnx]``); the default network, if nothing is said. A
            file never runs code.

    Returns:
        The network: ``logits`` and ``confidences`` take images (n, 28, 28), uint8 or float32 in
        [0, 1], and give (n, 10); ``input_gradient`` gives the losses (n,), such as
        ``"cross-entropy"``, and their gradient (n, 28, 28); ``card`` tells how it was trained and
        how well it reads.

    Raises:
        NetworkFileError: A BadInput, where there is no such network, or the file holds none.

    >>> import advgui
    >>> network = advgui.load_network("report")
    >>> network.parameters()
    15910
    >>> digits = advgui.load_gallery()
    >>> losses, slopes = network.input_gradient(digits.images, digits.labels, "cross-entropy")
    >>> losses.shape, slopes.shape
    ((30,), (30, 28, 28))
    """
    return find_network(default_network() if name_or_file is None else str(name_or_file))


def save_network(network: Network, file: AnyPath) -> None:
    """Write a network: ``.safetensors`` for advgui, ``.onnx`` for other programs.

    Raises:
        NetworkFileError: A BadInput, where it cannot be written.
    """
    safetensors_file.save_network(checked_network(network), Path(file))


def recognise(network: Network, image: ArrayLike) -> Reading:
    """What a network reads in one image: ``label`` (0 to 9) and ten ``confidences`` in [0, 1].

    Args:
        network: From ``load_network`` or ``train``.
        image: (28, 28), whole numbers from 0 to 255, or real ones from 0 to 1, which are rounded
            to the nearest of those; ink is the larger.

    Raises:
        ArrayError: Where it is no such array.

    >>> import advgui
    >>> three = advgui.load_gallery().images[3]
    >>> reading = advgui.recognise(advgui.load_network("report"), three)
    >>> reading.label, len(reading.confidences)
    (3, 10)
    """
    return checked_network(network).read(valid_image(image))


def list_architectures() -> tuple[str, ...]:
    """The names that ``train`` takes.

    >>> import advgui
    >>> "dense" in advgui.list_architectures()
    True
    """
    return tuple(ARCHITECTURES)


def train(
    architecture: str = "report",
    *,
    name: str = "",
    activation: Activation | None = None,
    quick: bool = False,
    epochs: int | None = None,
    share: float | None = None,
    pen: bool | None = None,
    defence: str | TrainingDefence | None = None,
    teacher: Network | None = None,
    seed: int = 0,
    folder: AnyPath | None = None,
    progress: Callable[[float], object] = lambda done: None,
    **parameters: Value,
) -> Network:
    """Train a network on MNIST, and measure how well it reads; its ``card`` tells.

    Args:
        architecture: One of ``list_architectures()``.
        name: What it shall be called; the architecture's name, if nothing is said.
        activation: ``"sigmoid"``, ``"tanh"`` or ``"relu"``, where the architecture has a choice.
        quick: The recipe that takes seconds, where there is one.
        epochs: How often each image is shown, from 1; the recipe's, if nothing is said.
        share: The part of MNIST's training images, above 0 and up to 1; the recipe's.
        pen: Whether pen digits are trained on, too, where they are there; the recipe's.
        defence: Another way of training, which shall defend: one of
            ``list_training_defences()``, or what ``make_training_defence`` made.
        teacher: The network that is learned from, for a way such as ``"distil"``.
        seed: The same one gives the same network, bit for bit, on one machine.
        folder: MNIST's four files; if none is named, where ``advgui data`` finds them.
        progress: Is told what share of the training is done, in [0, 1].
        **parameters: Those of the way of training, where it is told by its name.

    Raises:
        ParameterError: A BadInput, for what cannot be trained.
        DatasetError: A BadInput, where the data are missing or damaged.

    >>> import advgui
    >>> network = advgui.train("softmax", epochs=1, share=0.5, seed=0)
    >>> network.parameters()
    7850
    >>> robust = advgui.train("softmax", epochs=1, defence="adversarial", budget=0.05, steps=2)
    >>> "adversarial images alone, by 2 steps" in robust.card.training
    True
    """
    chosen = _chosen(defence, teacher, parameters)
    usual = planned(architecture, name, quick=quick, defence=chosen)
    asked = replace(usual, activation=activation, seed=checked_seed(seed))
    plan = told(asked, epochs=epochs, share=share, pen=pen)
    run = run_plan(plan, Folders(mnist_folder(folder), find_data(PEN_DIGITS)))
    return drive(run, lambda step: isinstance(step, TrainingStep) and progress(step.done))


def told(plan: Plan, **settings: Value | None) -> Plan:
    """The plan with those settings that are told, the others as they are.

    Raises ParameterError for a value out of its range.
    """
    given = {name: value for name, value in settings.items() if value is not None}
    return replace(plan, **validated(plan, given))  # type: ignore[arg-type]


def list_training_defences() -> tuple[str, ...]:
    """The ways of training that defend, by the names that ``train`` takes.

    >>> import advgui
    >>> "adversarial" in advgui.list_training_defences()
    True
    """
    return tuple(TRAINING_DEFENCES)


def make_training_defence(
    name: str, *, teacher: Network | None = None, **parameters: Value
) -> TrainingDefence:
    """A way of training with these parameters, the others at their defaults.

    Args:
        name: One of ``list_training_defences()``.
        teacher: The network that is learned from, for a way such as ``"distil"``.
        **parameters: As ``advgui train --help`` tells them.

    Raises:
        ParameterError: A BadInput, for an unknown name, a value out of its range, or a teacher
            too few or too many.

    >>> import advgui
    >>> advgui.make_training_defence("noise", sigma=0.5).described()
    'under Gaussian noise of sigma 0.5 a pixel, not cut off'
    """
    return registry.make_training_defence(name, parameters, teacher)


def _chosen(
    defence: str | TrainingDefence | None, teacher: Network | None, parameters: dict[str, Value]
) -> TrainingDefence | None:
    if isinstance(defence, str):
        return registry.make_training_defence(defence, parameters, teacher)
    if parameters or teacher is not None:
        named = ", ".join([*parameters, *(["teacher"] if teacher is not None else [])])
        raise ParameterError(f"{named}: told only with a way of training by its name.")
    return defence
