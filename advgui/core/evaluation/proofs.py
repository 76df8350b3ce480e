"""What can be proven of many images within a budget."""

from advgui.core.attacks.objective import Norm
from advgui.core.defences.certificates.accuracy import withstands
from advgui.core.errors import CertificateError
from advgui.core.images import Bytes
from advgui.core.nn.network import Network


def proven_within(network: Network, image: Bytes, norm: Norm, budget: float) -> bool | None:
    """Whether no image (28, 28) within a budget is read otherwise; None where nothing is proven.

    What is still open after the usual effort is not proven.
    """
    if norm not in ("linf", "l2"):
        return None
    try:
        return withstands(network, image, norm, budget) is True
    except CertificateError:
        return None
