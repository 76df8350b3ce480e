"""Who attacks: one who does not know of a defence, or one who does; each by some attacks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from advgui.core.attacks import EvasionAttack, make_attack
from advgui.core.attacks.objective import Norm
from advgui.core.defences.defended import bare_of, defences_of
from advgui.core.errors import ParameterError
from advgui.core.language import tr
from advgui.core.nn.network import Network
from advgui.core.parameters import with_role

_PROJECTED: Final[Mapping[Norm, str]] = {"linf": "pgd", "l2": "pgd-l2", "l1": "pgd-l1"}
_LOSSES: Final = ("cross-entropy", "margin")
_AS_WRITTEN: Final = "bare-cross-entropy"


@dataclass(frozen=True, slots=True, eq=False)
class Attacker:
    """Makes images on ``network`` by some attacks, of which the worst counts for each image."""

    network: Network
    attacks: tuple[EvasionAttack, ...]


def usual_attacks(norm: Norm) -> tuple[EvasionAttack, ...]:
    """Projected gradient descent on two losses, each from two starts: where one has no slope.

    Raises ParameterError for a norm in which nothing has a budget.
    """
    if norm not in _PROJECTED:
        raise ParameterError(
            tr("No attack keeps to a budget in the norm {norm}.").format(norm=norm)
        )
    settings = ({"loss": loss, "restarts": 2} for loss in _LOSSES)
    return tuple(make_attack(_PROJECTED[norm], one) for one in settings)


def unaware_of_defences(
    network: Network, attacks: Sequence[EvasionAttack], twin: Network | None = None
) -> Attacker | None:
    """Who attacks the network alone, or its ``twin`` that was not trained to defend.

    None where there is nothing to be unaware of.
    """
    if twin is None and not defences_of(network):
        return None
    return Attacker(bare_of(network) if twin is None else twin, tuple(attacks))


def within(attack: EvasionAttack, norm: Norm, budget: float) -> EvasionAttack:
    """The attack with that budget; as it is where it looks for the smallest change.

    Raises ParameterError where its budget is in another norm, or cannot be that.
    """
    row, limit = with_role(attack, "budget"), attack.limit()
    if limit is not None and limit.norm != norm:
        raise ParameterError(
            tr("The attack {attack} has no budget in the norm {norm}.").format(
                attack=attack.name, norm=norm
            )
        )
    if row is None:
        return attack
    return make_attack(attack.name, {**attack.settings, row.name: budget})


def naive(network: Network) -> Attacker:
    """Who follows the loss as the papers wrote it, in L-infinity, defences and all.

    It has no slope where a confidence rounds to 1, as those of a distilled network do: who does not
    know of it takes that for robustness.
    """
    attacks = (make_attack(name, {"loss": _AS_WRITTEN}) for name in ("fgsm", "pgd"))
    return Attacker(network, tuple(attacks))
