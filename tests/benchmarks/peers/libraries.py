"""How each library is asked for an attack, on a network that was rebuilt in PyTorch.

All of them are given what ``Asked`` holds, and give back real numbers (n, 1, 28, 28).
"""

import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from advgui.core.attacks import Problem
from advgui.core.images import LABELS, SIZE, Array, to_floats
from advgui.core.nn.network import Network
from tests.benchmarks.twins import Torch, require_same, twin

Options = dict[str, Any]
Module = Any  # a library, whose types are at hand only where it is
Found = Any  # an array or a tensor
#: Each library's module, by the name that the table has for it.
MODULES: Final = {
    "Foolbox": "foolbox",
    "ART": "art.attacks.evasion",
    "torchattacks": "torchattacks",
    "adv-lib": "adv_lib.attacks",
}


class Counted:
    """Counts the images that go forward through a network of PyTorch's."""

    def __init__(self, network: Torch) -> None:
        self.images = 0
        network.register_forward_hook(self._count)

    def _count(self, network: Torch, inputs: tuple[Torch, ...], logits: Torch) -> None:
        self.images += len(logits)


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """A problem as PyTorch has it; the labels are the goals, or what is to be left."""

    torch: Torch
    network: Torch
    images: Torch
    labels: Torch
    targeted: bool
    counted: Counted

    @classmethod
    def of(cls, torch: Torch, network: Network, problem: Problem) -> "Asked":
        """The same network, which gives the same logits, and the same images."""
        other, images = twin(torch, network), to_floats(problem.originals)
        require_same(torch, network, other, images)
        return cls(
            torch,
            other,
            torch.tensor(images)[:, None],
            torch.tensor(problem.goals.astype(np.int64)),
            problem.form == "targeted",
            Counted(other),
        )

    def within(self, *modules: Torch) -> Torch:
        """The network as one layer of another, which ART goes through layer by layer."""
        return self.torch.nn.Sequential(self.network, *modules)


def ask(library: str, method: str, asked: Asked, options: Options) -> Array:
    """What a library makes of the images, (n, 28, 28)."""
    asked.torch.manual_seed(0)
    np.random.seed(0)  # noqa: NPY002 - ART and torchattacks draw from it
    found = ASK[library](importlib.import_module(MODULES[library]), method, asked, dict(options))
    made: Array = np.asarray(found, np.float32).reshape(-1, SIZE, SIZE)
    return made


def _foolbox(module: Module, method: str, asked: Asked, options: Options) -> Found:
    size = options.pop("size", None)
    shown = module.PyTorchModel(asked.network, bounds=(0, 1), device="cpu")
    aim = module.criteria.TargetedMisclassification
    criterion = (aim if asked.targeted else module.criteria.Misclassification)(asked.labels)
    attack = getattr(module.attacks, method)(**options)
    return attack(shown, asked.images, criterion, epsilons=size)[1].detach()


def _art(module: Module, method: str, asked: Asked, options: Options) -> Found:
    classification = importlib.import_module("art.estimators.classification")
    nn = asked.torch.nn
    after = (nn.Softmax(dim=1),) if options.pop("confidences", False) else ()
    estimator = classification.PyTorchClassifier(
        asked.within(*after),
        nn.CrossEntropyLoss(),
        (1, SIZE, SIZE),
        LABELS,
        clip_values=(0, 1),
        device_type="cpu",
    )
    kind = getattr(module, method)
    if asked.targeted and "targeted" in kind.attack_params:  # where not, it always is
        options["targeted"] = True
    attack = kind(estimator, **options)
    wanted = np.eye(LABELS, dtype=np.float32)[asked.labels.numpy()]
    return attack.generate(asked.images.numpy(), wanted)


def _torchattacks(module: Module, method: str, asked: Asked, options: Options) -> Found:
    """``APGD+APGDT`` is one after the other, the second for what is not fooled yet."""
    made, rows = asked.images.clone(), asked.torch.ones(len(asked.images), dtype=bool)
    for name in method.split("+"):
        attack = getattr(module, name)(asked.network, **options)
        if asked.targeted:
            attack.set_mode_targeted_by_label(quiet=True)
        made[rows] = attack(asked.images[rows], asked.labels[rows]).detach()
        rows = (asked.network(made).argmax(dim=1) == asked.labels) != asked.targeted
    return made


def _adv_lib(module: Module, method: str, asked: Asked, options: Options) -> Found:
    given = (asked.network, asked.images, asked.labels)
    return getattr(module, method)(*given, targeted=asked.targeted, **options).detach()


ASK: Final[Mapping[str, Callable[[Module, str, Asked, Options], Found]]] = {
    "Foolbox": _foolbox,
    "ART": _art,
    "torchattacks": _torchattacks,
    "adv-lib": _adv_lib,
}
