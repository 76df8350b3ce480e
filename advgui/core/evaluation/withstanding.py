"""What a network that was trained to defend withstands: the three figures of its card."""

from collections.abc import Generator
from dataclasses import replace
from typing import Final

from advgui.core.attacks import make_attack
from advgui.core.datasets.readers import Digits
from advgui.core.defences.certificates.hidden_layer import HiddenLayer
from advgui.core.defences.certificates.intervals import proven_by_intervals
from advgui.core.errors import CertificateError
from advgui.core.evaluation.attackers import Attacker, unaware_of_defences, usual_attacks
from advgui.core.evaluation.curves import RobustnessCurves, robustness_curves
from advgui.core.evaluation.proofs import proven_within
from advgui.core.generators import changed
from advgui.core.images import Bytes, Labels, to_floats
from advgui.core.nn.card import Card
from advgui.core.nn.network import Network

Withstanding = Generator[float, None, Network]

#: So many images are proven at once, in some tenths of a second.
PROVEN_AT_ONCE: Final = 100
#: How the work is dealt out: attacks, then proofs.
_ATTACKS: Final = 0.8


def measure_withstanding(
    network: Network, test: Digits, images: int, budget: float, twin: Network | None = None
) -> Withstanding:
    """The network, in its card what it withstands within a budget in L-infinity.

    The first ``images`` of the test digits are attacked: by one who does not know of its training,
    who has its plain ``twin`` or else follows the bare cross-entropy, and by one who does, with
    all that the unaware one has, too. What is misread counts as fooled. Yields the share that
    is done. Raises CertificateError where nothing can be proven of one of its layers.
    """
    first = Digits(test.images[:images], test.labels[:images])
    run = robustness_curves(
        network,
        first,
        "linf",
        (budget,),
        unaware=_unaware(network, twin),
        aware=Attacker(network, usual_attacks("linf")),
        prove=False,
    )
    curves = yield from changed(run, lambda now: _ATTACKS * now.done / now.total)
    known = replace(network, card=_attacked(network.card, curves, twin))
    proofs = measure_proven(known, test, images, budget)
    return (yield from changed(proofs, lambda share: _ATTACKS + (1 - _ATTACKS) * share))


def measure_proven(network: Network, test: Digits, images: int, budget: float) -> Withstanding:
    """The network, in its card of how many test digits it is proven what they are read as.

    Within a budget in L-infinity: of the first ``images`` by branch and bound where it has one
    hidden layer, else of all by intervals. Raises CertificateError as ``measure_withstanding``.
    """
    branched = HiddenLayer.of(network) is not None
    digits = Digits(test.images[:images], test.labels[:images]) if branched else test
    proven = yield from _proven(network, digits, budget, branched=branched)
    which = f"{'the first' if branched else 'all'} {len(digits.labels):,} test images"
    how = "branch and bound" if branched else "interval bounds"
    words = f"{which} within {budget:g} a pixel, by {how},"
    return replace(network, card=replace(network.card, proven=proven, proven_data=words))


def _unaware(network: Network, twin: Network | None) -> Attacker | None:
    if twin is None:
        return Attacker(network, (make_attack("pgd", {"loss": "bare-cross-entropy"}),))
    return unaware_of_defences(network, usual_attacks("linf"), twin)


def _attacked(card: Card, curves: RobustnessCurves, twin: Network | None) -> Card:
    known = "following the bare cross-entropy" if twin is None else f"made for {twin.name}"
    unaware, aware = curves.unaware[0], curves.aware[0]
    where = f"the first {curves.images:,} test images within {curves.budgets[0]:g} a pixel"
    how = "projected gradient descent of 40 steps"
    return replace(
        card,
        unaware=unaware,
        unaware_data=f"{where}, by {how} {known},",
        robust=aware,
        robust_data=f"{where}, by the same and by {how} on its cross-entropy and its margin, "
        "from two starts each,",
    )


def _proven(
    network: Network, digits: Digits, budget: float, *, branched: bool
) -> Generator[float, None, float]:
    """The share of the digits that are proven to be read correctly; yields how far that is."""
    held, count = 0, len(digits.labels)
    at_once = 1 if branched else PROVEN_AT_ONCE
    for start in range(0, count, at_once):
        images = digits.images[start : start + at_once]
        labels = digits.labels[start : start + at_once]
        if branched:
            right = network.read(images[0]).label == labels[0]
            held += bool(right and proven_within(network, images[0], "linf", budget))
        else:
            held += _held(network, images, labels, budget)
        yield start / count
    return held / count


def _held(network: Network, images: Bytes, labels: Labels, budget: float) -> int:
    try:
        return int(proven_by_intervals(network, to_floats(images), labels, budget).sum())
    except ValueError as error:
        raise CertificateError(
            f"The network {network.name} cannot be certified: {error}."
        ) from None
