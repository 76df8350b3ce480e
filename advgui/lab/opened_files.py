"""What is to be opened: one file, or an image without one; and several at a time."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Literal, NamedTuple

import numpy as np

from advgui.core.digits.image_file import fit, laid_on_paper, pixels, read_photo_gray
from advgui.core.digits.normalising import shrunk
from advgui.core.digits.photo import is_photo
from advgui.core.digits.rendering import PEN, Strokes
from advgui.core.errors import BadInput, ImageFileError
from advgui.core.formats.onnx_file import SUFFIX as ONNX
from advgui.core.images import Bytes
from advgui.core.language import tr
from advgui.core.lists import all_of
from advgui.core.nn.network import Network
from advgui.core.opening import kind_of, named_network, read_digits, read_network
from advgui.core.printable import printable
from advgui.lab.attack.save_destination import is_outcome
from advgui.lab.drawing.model import Drawing, from_image
from advgui.lab.sessions.members import SUFFIX as SESSION_SUFFIX
from advgui.lab.sessions.saved_outcome import SavedOutcome, read_outcome
from advgui.lab.sessions.session import Session
from advgui.lab.sessions.session_file import load_session

Content = Literal["drawing", "network", "session", "outcome"]

#: Of these there is one at a time.
_ALONE: Final = ("drawing", "session")
_OUTCOME_SUFFIX: Final = ".json"

#: What is opened before anybody notices: bytes of a file by what it holds, pixels of an image.
_QUICK_BYTES: Final[dict[Content, int]] = {
    "drawing": 2**16,
    "network": 2**22,
    "session": 2**16,
    "outcome": 2**20,
}
_QUICK_PIXELS: Final = 500_000

#: The middle of the canvas that strokes from a file fill, as a hand would.
FILLED: Final = 0.64

#: The longer side in pixels of a photo that is looked at.
PHOTO_SIDE: Final = 720

_NAMED: Final = 3


class Pixels(NamedTuple):
    """The brightness and the opacity of an image that came without a file, (h, w) each."""

    gray: Bytes
    alpha: Bytes


@dataclass(frozen=True, slots=True, eq=False)
class OpenedPhoto:
    """A photo (h, w), at most ``PHOTO_SIDE`` pixels, to be looked at before it is a drawing.

    ``image`` is the digit (28, 28) that was found by itself, if one was.
    """

    name: str
    gray: Bytes
    image: Bytes | None = None


Found = Drawing | Network | OpenedPhoto | Session | SavedOutcome
"""What can be opened."""


@dataclass(frozen=True, slots=True, eq=False)
class Wanted:
    """One thing that shall be opened, with the pen for strokes that tell none.

    Any image is opened as a photo where that is asked for ``as_photo``.
    """

    kind: Content
    source: Path | Pixels
    pen: float = PEN
    as_photo: bool = False

    @property
    def name(self) -> str:
        """What it is called in a sentence."""
        return printable(self.source.name) if isinstance(self.source, Path) else tr("the image")

    @property
    def quick(self) -> bool:
        """Whether it is opened within a few milliseconds, or refused as quickly."""
        if isinstance(self.source, Pixels):
            return self.source.gray.size <= _QUICK_PIXELS
        try:
            if not self.source.is_file():
                return True
            if self.source.stat().st_size > _QUICK_BYTES[self.kind]:
                return False
        except OSError:
            return True
        if self.kind == "network":
            return self.source.suffix.lower() != ONNX
        return self.kind != "drawing" or pixels(self.source) <= _QUICK_PIXELS

    def read(self) -> Found:
        """What it holds. Raises BadInput, naming the file and what is wrong with it."""
        if isinstance(self.source, Pixels):
            gray = laid_on_paper(*self.source)
            return self._photo(gray) or from_image(fit(gray), self.pen)
        match self.kind:
            case "network":
                return read_network(self.source)
            case "session":
                return load_session(self.source)
            case "outcome":
                return read_outcome(self.source)
            case "drawing":
                return self._drawing(self.source)

    def _drawing(self, path: Path) -> Drawing | OpenedPhoto:
        photo = None
        if kind_of(path) == "image":
            photo = self._photo(read_photo_gray(path))
        return photo or open_drawing(path, self.pen)

    def _photo(self, gray: Bytes) -> OpenedPhoto | None:
        """The image, where it has to be looked at."""
        if not self.as_photo and not is_photo(gray):
            return None
        try:
            image = fit(gray)
        except ImageFileError:
            image = None  # what is kept of it may show one
        return OpenedPhoto(self.name, shrunk(gray, PHOTO_SIDE), image)


def wanted(path: Path, pen: float = PEN) -> Wanted:
    """A network or a session where the name ends like one's, an outcome, else a drawing."""
    return Wanted(_kind(path), path, pen)


def _kind(path: Path) -> Content:
    if named_network(path):
        return "network"
    suffix = path.suffix.lower()
    if suffix == SESSION_SUFFIX:
        return "session"
    return "outcome" if suffix == _OUTCOME_SUFFIX and is_outcome(path) else "drawing"


def open_drawing(path: Path, pen: float = PEN) -> Drawing:
    """The first digit of an image or a strokes file, with ``pen`` where it tells none.

    Raises ImageFileError or StrokeFileError, naming the file and what is wrong with it.
    """
    digit = next(read_digits(path))
    if digit.pixels is not None:
        return from_image(digit.pixels, pen)
    if digit.pen is not None and digit.on_canvas:
        return Drawing(digit.strokes, pen=digit.pen)
    return Drawing(placed(digit.strokes), pen=digit.pen or pen)


def placed(strokes: Strokes) -> Strokes:
    """Strokes in any unit, moved and scaled into the middle of the unit square."""
    filled = [stroke for stroke in strokes if len(stroke)]
    if not filled:
        return ()
    points = np.concatenate([stroke[:, :2] for stroke in filled])
    low, high = points.min(axis=0), points.max(axis=0)
    # A tap has no size: it stays a dot in the middle.
    scale = FILLED / max(float((high - low).max()), 1e-9)
    middle = (low + high) / 2

    return tuple(
        np.hstack([0.5 + (stroke[:, :2] - middle) * scale, stroke[:, 2:]]) for stroke in filled
    )


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """Things that are opened one after the other: all but further drawings and sessions."""

    left: tuple[Wanted, ...]
    drawing: str = ""
    passed: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()

    @classmethod
    def of(cls, things: Iterable[Wanted]) -> "Batch":
        """Nothing of it is opened yet."""
        return cls(tuple(things))

    def opened(self) -> "Batch":
        """The next one was; where that was a drawing or a session, others have no place then."""
        first, rest = self.left[0], self.left[1:]
        if first.kind not in _ALONE:
            return replace(self, left=rest)
        return replace(
            self,
            drawing=first.name,
            passed=tuple(other.name for other in rest if other.kind in _ALONE),
            left=tuple(other for other in rest if other.kind not in _ALONE),
        )

    def refused(self, sentence: str | BadInput) -> "Batch":
        """The next one could not be."""
        return replace(self, left=self.left[1:], wrong=(*self.wrong, str(sentence)))

    @property
    def words(self) -> str:
        """A sentence on what was left; empty where nothing was."""
        if not self.passed:
            return ""
        named = ", ".join(self.passed[:_NAMED])
        more = len(self.passed) - _NAMED
        names = all_of(self.passed)
        if more > 0:
            names = tr("{named} and {more:,} more").format(named=named, more=more)
        one = tr("{names} was left, as the sheet holds one drawing: {drawing}.")
        several = tr("{names} were left, as the sheet holds one drawing: {drawing}.")
        said = one if len(self.passed) == 1 else several
        return said.format(names=names, drawing=self.drawing)
