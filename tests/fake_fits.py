"""MNIST made of the drawn digits, which every network reads, and what was learned from them."""

from functools import cache
from pathlib import Path

import numpy as np

from advgui.core.attacks.fitted import Artefact, ArtefactCard
from advgui.core.attacks.fitted.patch import Patch
from advgui.core.datasets.readers import Digits
from advgui.core.digits.gallery import read_gallery
from advgui.core.nn.network import Network
from advgui.core.zoo import load_shipped
from advgui.lab.attack.state import LabState
from advgui.lab.attack.transitions import opened
from advgui.lab.drawing.model import Drawing, History
from advgui.lab.preferences import Preferences
from tests.fake_datasets import write_idx
from tests.mean_sign import MeanSign, Stamp, gallery

SIDE = 10
PLACE = (9, 8)


@cache
def report() -> Network:
    """A network that reads digits."""
    return load_shipped("report")


def write_gallery(folder: Path, times: int = 8) -> Path:
    """Four files like MNIST's, of the drawn digits, over and over in the training part."""
    folder.mkdir(parents=True, exist_ok=True)
    digits = gallery()
    many = Digits(np.tile(digits.images, (times, 1, 1)), np.tile(digits.labels, times))
    for name, part in (("train", many), ("t10k", digits)):
        write_idx(folder / f"{name}-images-idx3-ubyte", part.images)
        write_idx(folder / f"{name}-labels-idx1-ubyte", part.labels)
    return folder


def drawn(number: int = 17) -> LabState:
    """A window with a digit of the gallery on its sheet, read by that network."""
    strokes = read_gallery()[number].strokes
    return opened(report(), Preferences(), History(present=Drawing(strokes=strokes)))


def patch(goal: int = 3, network: str = "report") -> Artefact:
    """A checkered one, in no way learned."""
    square = np.indices((SIDE, SIDE)).sum(axis=0) % 2
    arrays = {"patch": square.astype(np.float32), "place": np.array(PLACE, np.float32)}
    return Artefact(Patch(size=SIDE), arrays, goal, network, card=ArtefactCard(unseen=30))


def perturbation(size: float = 0.2) -> Artefact:
    """One for all pixels, and all digits."""
    change = np.linspace(-size, size, 784, dtype=np.float32).reshape(28, 28)
    return Artefact(MeanSign(size=size), {"change": change}, None, "report")


def stamp() -> Artefact:
    """One whose goal is said as it is worn."""
    return Artefact(Stamp(), {"row": np.ones(28, np.float32)}, None, "report")
