"""advgui: fool a neural network by hand and understand why it worked.

The laboratory in Python, imported when it is first used::

    import advgui

    network = advgui.load_network("report")
    outcome = advgui.attack(network, advgui.read_digit("seven.png"), goal=3)
"""

__version__ = "0.1.0"

TYPE_CHECKING = False  # typing has it, and takes longer to import than all of this
if TYPE_CHECKING:
    from advgui.api import (
        ArrayError,
        Artefact,
        Attack,
        BadInput,
        Defence,
        Digits,
        Explanation,
        Network,
        Outcome,
        PoisonOutcome,
        Reading,
        Score,
        Session,
        SessionRun,
        TrainingDefence,
        attack,
        attack_batch,
        defend,
        evaluate,
        explain,
        fit,
        list_architectures,
        list_attacks,
        list_defences,
        list_fitted_attacks,
        list_networks,
        list_poisonings,
        list_training_defences,
        load_gallery,
        load_mnist,
        load_network,
        make_attack,
        make_defence,
        make_training_defence,
        open_artefact,
        open_session,
        poison,
        read_digit,
        recognise,
        render,
        save_artefact,
        save_network,
        survival,
        train,
    )

__all__ = [
    "ArrayError",
    "Artefact",
    "Attack",
    "BadInput",
    "Defence",
    "Digits",
    "Explanation",
    "Network",
    "Outcome",
    "PoisonOutcome",
    "Reading",
    "Score",
    "Session",
    "SessionRun",
    "TrainingDefence",
    "__version__",
    "attack",
    "attack_batch",
    "defend",
    "evaluate",
    "explain",
    "fit",
    "list_architectures",
    "list_attacks",
    "list_defences",
    "list_fitted_attacks",
    "list_networks",
    "list_poisonings",
    "list_training_defences",
    "load_gallery",
    "load_mnist",
    "load_network",
    "make_attack",
    "make_defence",
    "make_training_defence",
    "open_artefact",
    "open_session",
    "poison",
    "read_digit",
    "recognise",
    "render",
    "save_artefact",
    "save_network",
    "survival",
    "train",
]


def __getattr__(name: str) -> object:
    """What is used for the first time; numpy comes with it."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value: object = getattr(import_module("advgui.api"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """All that there is, used or not."""
    return sorted({*globals(), *__all__})
