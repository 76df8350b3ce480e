"""What a patch comes to wherever it is put: more columns of what is told of an artefact."""

from dataclasses import replace
from typing import Final

from advgui.commands.cli.progress import with_step_bar
from advgui.core.attacks.fitted import Artefact
from advgui.core.attacks.fitted.patch import Patch, place_of
from advgui.core.attacks.fitted.places import place_rates
from advgui.core.datasets.readers import Digits
from advgui.core.evaluation.accuracy import read_labels
from advgui.core.evaluation.artefacts import ArtefactScore
from advgui.core.nn.network import Network
from advgui.lab.attack.phrases import percent

#: The first so many test images are covered everywhere, if nothing else is said.
IMAGES: Final = 100
HEAD: Final = ("here", "best place", "anywhere", "white")
LEGEND: Final = (
    "\nOf the first {images} of these digits, here: where the patch was fitted. best place: "
    "where one of all\nplaces on the digit fools. anywhere: of all places alike, as one drawn at "
    "random. white: a white square here."
)


def with_places(
    artefact: Artefact, score: ArtefactScore, network: Network, digits: Digits, images: int
) -> ArtefactScore:
    """The same with what a patch comes to everywhere on so many digits; all else as it is.

    Where none of these can be fooled, being misread or the goal already, the next one that can.
    """
    if not isinstance(artefact.attack, Patch):
        return score
    right = read_labels(network, digits.images) == digits.labels
    first = int((right & (digits.labels != artefact.goal)).argmax())
    end = max(images, first + 1)
    some = Digits(digits.images[:end], digits.labels[:end])
    run = place_rates(network, artefact, some, place_of(artefact))
    found = with_step_bar(run, lambda rates: rates.images, total=end, unit="digits")
    return replace(score, places=found)


def place_cells(score: ArtefactScore) -> tuple[str, ...]:
    """The cells of its row; none where it was not asked for."""
    places = score.places
    if places is None:
        return ()
    shares = (places.fixed, places.chosen, places.anywhere, places.white)
    return tuple(percent(share) for share in shares)
