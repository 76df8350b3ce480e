"""The words on a sheet to print, and the page itself from what was attacked."""

from collections.abc import Sequence

from advgui.core.attacks import Outcome
from advgui.core.images import Bytes, l2, to_floats
from advgui.core.language import tr
from advgui.core.nn.network import Network, Reading
from advgui.core.world.shapes import Page
from advgui.core.world.sheet import Captions, sheet
from advgui.lab.attack.phrases import aim_words, reads, size


def outcome_page(outcome: Outcome, network: Network, title: str, paper: str = "A4") -> Page:
    """The sheet of an attack's outcome; ``title`` is the attack's."""
    note = tr("Attack: {attack}, {aim}.").format(attack=title, aim=aim_words(outcome.goal))
    return images_page(outcome.original, outcome.adversarial, network, [note], paper)


def images_page(
    original: Bytes,
    adversarial: Bytes,
    network: Network,
    notes: Sequence[str] = (),
    paper: str = "A4",
) -> Page:
    """The sheet of two images (28, 28), as this network reads them."""
    change = float(l2(to_floats(adversarial) - to_floats(original)))
    captions = Captions(
        _caption(tr("Original"), network.read(original)),
        _caption(tr("Adversarial"), network.read(adversarial)),
        (
            tr("Network: {network}. The change is {size} large.").format(
                network=network.full_name, size=size(change)
            ),
            *notes,
        ),
    )
    return sheet(original, adversarial, captions, paper)


def _caption(which: str, reading: Reading) -> str:
    return f"{which}: {reads(reading)}".replace("\u00a0", " ")  # not every type face has it
