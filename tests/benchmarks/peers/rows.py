"""Which attack stands beside which of a library's, with the same budget and as many steps.

How long the steps are, and all else, is as the library or the paper has it.
"""

from typing import Any, Final, NamedTuple

from advgui.core.attacks import ATTACKS, Form

#: Budgets are whole levels of 255 for all, as they would else be larger for some.
LOW, HIGH = 26 / 255, 51 / 255
#: By what an attack is slow for a whole batch, and seen on so many images only.
FEW: Final = 20


class Row(NamedTuple):
    """``ours`` is as one types it; ``most`` limits the images."""

    ours: str
    form: Form
    library: str
    method: str
    options: dict[str, Any]
    most: int = 10_000

    @property
    def name(self) -> str:
        """Of the attack."""
        return self.ours.partition(":")[0]


def _beside(ours: str, form: Form, *others: tuple[Any, ...]) -> list[Row]:
    return [Row(ours, form, *other) for other in others]


_ALL: Final = (
    *_beside(
        "fgsm:budget=0.2",
        "untargeted",
        ("Foolbox", "LinfFastGradientAttack", {"size": HIGH}),
        ("ART", "FastGradientMethod", {"eps": HIGH}),
        ("torchattacks", "FGSM", {"eps": HIGH}),
    ),
    *_beside(
        "bim:budget=0.102,steps=10",
        "untargeted",
        ("Foolbox", "LinfBasicIterativeAttack", {"size": LOW, "steps": 10}),
        ("ART", "BasicIterativeMethod", {"eps": LOW, "eps_step": LOW / 8, "max_iter": 10}),
        ("torchattacks", "BIM", {"eps": LOW, "alpha": LOW / 8, "steps": 10}),
    ),
    *_beside(
        "mi-fgsm:budget=0.102",
        "untargeted",
        ("Foolbox", "LinfMomentumIterativeFastGradientMethod", {"size": LOW, "steps": 10}),
        ("torchattacks", "MIFGSM", {"eps": LOW, "alpha": LOW / 10, "steps": 10}),
    ),
    *_beside(
        "pgd:budget=0.102",
        "untargeted",
        ("Foolbox", "LinfPGD", {"size": LOW, "steps": 40}),
        (
            "ART",
            "ProjectedGradientDescent",
            {"eps": LOW, "eps_step": LOW / 16, "max_iter": 40, "num_random_init": 1},
        ),
        ("torchattacks", "PGD", {"eps": LOW, "alpha": LOW / 16, "steps": 40}),
        ("adv-lib", "pgd_linf", {"ε": LOW, "steps": 40, "relative_step_size": 1 / 16}),
    ),
    *_beside(
        "pgd:budget=0.2",
        "targeted",
        ("Foolbox", "LinfPGD", {"size": HIGH, "steps": 40}),
        ("torchattacks", "PGD", {"eps": HIGH, "alpha": HIGH / 16, "steps": 40}),
        ("adv-lib", "pgd_linf", {"ε": HIGH, "steps": 40, "relative_step_size": 1 / 16}),
    ),
    *_beside(
        "pgd-l2:budget=1.5",
        "untargeted",
        ("Foolbox", "L2PGD", {"size": 1.5, "steps": 40}),
        ("torchattacks", "PGDL2", {"eps": 1.5, "alpha": 1.5 / 16, "steps": 40}),
    ),
    *_beside(
        "pgd-l1:budget=15",
        "untargeted",
        ("Foolbox", "L1PGD", {"size": 15.0, "steps": 40}),
        ("adv-lib", "apgd", {"eps": 15.0, "norm": 1, "n_iter": 40, "loss_function": "ce"}),
    ),
    *_beside(
        "apgd:budget=0.102",
        "untargeted",
        ("torchattacks", "APGD+APGDT", {"eps": LOW, "steps": 100}),
        ("adv-lib", "apgd_targeted", {"eps": LOW, "norm": float("inf"), "n_iter": 100}),
        (
            "ART",
            "AutoProjectedGradientDescent",
            {
                "eps": LOW,
                "eps_step": 2 * LOW,
                "nb_random_init": 1,
                "loss_type": "cross_entropy",
                "verbose": False,
            },
        ),
    ),
    *_beside(
        "apgd-l2:budget=1.5",
        "untargeted",
        ("torchattacks", "APGD+APGDT", {"eps": 1.5, "norm": "L2", "steps": 100}),
        ("adv-lib", "apgd_targeted", {"eps": 1.5, "norm": 2, "n_iter": 100}),
    ),
    *_beside(
        "ddn",
        "targeted",
        ("Foolbox", "DDNAttack", {"steps": 100}),
        ("adv-lib", "ddn", {"steps": 100}),
    ),
    *_beside(
        "ddn",
        "untargeted",
        ("Foolbox", "DDNAttack", {"steps": 100}),
        ("adv-lib", "ddn", {"steps": 100}),
    ),
    *_beside(
        "cw",
        "targeted",
        (
            "Foolbox",
            "L2CarliniWagnerAttack",
            {"binary_search_steps": 6, "steps": 300, "stepsize": 0.05, "initial_const": 1.0},
        ),
        (
            "adv-lib",
            "carlini_wagner_l2",
            {
                "binary_search_steps": 6,
                "max_iterations": 300,
                "learning_rate": 0.05,
                "initial_const": 1.0,
            },
        ),
        ("torchattacks", "CW", {"c": 1, "steps": 1000, "lr": 0.01}),
        (
            "ART",
            "CarliniL2Method",
            {
                "binary_search_steps": 6,
                "max_iter": 300,
                "learning_rate": 0.05,
                "initial_const": 1.0,
                "batch_size": 128,
                "verbose": False,
            },
            FEW,
        ),
    ),
    *_beside(
        "deepfool",
        "untargeted",
        ("Foolbox", "L2DeepFoolAttack", {"steps": 50}),
        ("adv-lib", "df", {"steps": 50}),
        ("torchattacks", "DeepFool", {"steps": 50}, FEW),
        (
            "ART",
            "DeepFool",
            {"max_iter": 50, "epsilon": 0.02, "batch_size": 128, "verbose": False},
        ),
    ),
    *_beside(
        "alma:steps=1000",
        "targeted",
        ("adv-lib", "alma", {"num_steps": 1000}),
        ("adv-lib", "fmn", {"norm": 2, "steps": 1000}),
        ("Foolbox", "L2FMNAttack", {"steps": 1000}),
    ),
    *_beside(
        "jsma",
        "targeted",
        (
            "ART",
            "SaliencyMapMethod",
            {"theta": 1.0, "gamma": 0.145, "batch_size": 128, "verbose": False},
        ),
    ),
    *_beside(
        "greedy",
        "targeted",
        (
            "ART",
            "SaliencyMapMethod",
            {"theta": 1.0, "gamma": 0.145, "batch_size": 128, "verbose": False},
        ),
    ),
    *_beside("sigma-zero", "untargeted", ("adv-lib", "sigma_zero", {"num_steps": 1000})),
    *_beside(
        "onepixel",
        "untargeted",
        ("torchattacks", "OnePixel", {"pixels": 1, "steps": 75, "popsize": 20}, FEW),
    ),
    *_beside(
        "simba:basis=pixels,queries=1000",
        "untargeted",
        (
            "ART",
            "SimBA",
            {
                "attack": "px",
                "max_iter": 784,
                "epsilon": 0.2,
                "confidences": True,
                "verbose": False,
            },
            FEW,
        ),
    ),
    *_beside(
        "square:eps=0.102,queries=1000",
        "untargeted",
        ("torchattacks", "Square", {"eps": LOW, "n_queries": 1000}),
        ("ART", "SquareAttack", {"eps": LOW, "max_iter": 1000, "verbose": False}),
    ),
    *_beside(
        "square-l2:eps=2,queries=1000",
        "untargeted",
        ("torchattacks", "Square", {"eps": 2.0, "norm": "L2", "n_queries": 1000}),
    ),
    *_beside(
        "hopskipjump:queries=1000",
        "untargeted",
        ("Foolbox", "HopSkipJumpAttack", {"steps": 5}, FEW),
    ),
    *_beside(
        "boundary:queries=1000",
        "untargeted",
        ("Foolbox", "BoundaryAttack", {"steps": 1000}, FEW),
    ),
    *_beside(
        "nes:queries=1000",
        "untargeted",
        (
            "torchattacks",
            "SPSA",
            {"eps": HIGH, "nb_iter": 10, "nb_sample": 50, "max_batch_size": 50},
            FEW,
        ),
    ),
)

#: Those of which there is an attack here.
ROWS: Final = tuple(row for row in _ALL if row.name in ATTACKS)
