"""What can be proven of many images within a budget."""

from typing import Final

from advgui.core.attacks.objective import Norm
from advgui.core.defences.certificates.certify import brackets
from advgui.core.errors import CertificateError
from advgui.core.images import Bytes
from advgui.core.nn.network import Network

# After so many parts an image counts as undecided.
_MOST_PARTS: Final = 500


def proven_within(network: Network, image: Bytes, norm: Norm, budget: float) -> bool | None:
    """Whether no image (28, 28) within a budget is read otherwise; None where nothing is proven.

    What is still open after a long while is not proven.
    """
    if norm not in ("linf", "l2"):
        return None
    try:
        for bracket in brackets(network, image, norm):
            if bracket.proven > budget or bracket.attacked <= budget:
                return bracket.proven > budget
            if bracket.parts > _MOST_PARTS:
                break
    except CertificateError:
        return None
    return bracket.proven > budget
