"""The laboratory in Python: what ``import advgui`` offers, by subject."""

from advgui.api.artefacts import fit, list_fitted_attacks, open_artefact, save_artefact
from advgui.api.attacks import attack, attack_batch, evaluate, list_attacks, make_attack, survival
from advgui.api.defences import defend, list_defences, make_defence
from advgui.api.explanation import explain
from advgui.api.images import ArrayError, load_gallery, load_mnist, read_digit, render
from advgui.api.networks import (
    list_architectures,
    list_networks,
    list_training_defences,
    load_network,
    make_training_defence,
    recognise,
    save_network,
    train,
)
from advgui.api.poisoning import list_poisonings, poison
from advgui.api.sessions import Session, SessionRun, open_session
from advgui.core.attacks import EvasionAttack as Attack
from advgui.core.attacks import Outcome
from advgui.core.attacks.fitted import Artefact
from advgui.core.datasets.readers import Digits
from advgui.core.defences import Defence
from advgui.core.errors import BadInput
from advgui.core.evaluation.robustness import Score
from advgui.core.explanation.explain import Explanation
from advgui.core.nn.network import Network, Reading
from advgui.core.training.defending import TrainingDefence
from advgui.core.training.poisoned import PoisonOutcome

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
