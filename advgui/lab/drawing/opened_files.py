"""What is to be opened: one file, or an image without one; and several at a time."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Literal, NamedTuple

from advgui.core.digits.image import fit, laid_on_paper, pixels
from advgui.core.digits.rendering import PEN
from advgui.core.errors import BadInput
from advgui.core.formats.onnx_file import SUFFIX as ONNX
from advgui.core.formats.safetensors_file import load_network
from advgui.core.images import Bytes
from advgui.core.nn.network import Network
from advgui.core.printable import printable
from advgui.core.zoo import SUFFIXES
from advgui.lab.drawing.files import open_drawing
from advgui.lab.drawing.model import Drawing, from_image

Kind = Literal["drawing", "network"]

#: What is opened before anybody notices: bytes of a file by its kind, and pixels of an image.
_QUICK_BYTES: Final[dict[Kind, int]] = {"drawing": 2**16, "network": 2**22}
_QUICK_PIXELS: Final = 500_000

_NAMED: Final = 3


class Pixels(NamedTuple):
    """The brightness and the opacity of an image that came without a file, (h, w) each."""

    gray: Bytes
    alpha: Bytes


@dataclass(frozen=True, slots=True, eq=False)
class Wanted:
    """One thing that shall be opened, with the pen for strokes that tell none."""

    kind: Kind
    source: Path | Pixels
    pen: float = PEN

    @property
    def name(self) -> str:
        """What it is called in a sentence."""
        return printable(self.source.name) if isinstance(self.source, Path) else "the image"

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
        return pixels(self.source) <= _QUICK_PIXELS

    def read(self) -> Drawing | Network:
        """What it holds. Raises BadInput, naming the file and what is wrong with it."""
        if isinstance(self.source, Pixels):
            return from_image(fit(laid_on_paper(*self.source)), self.pen)
        if self.kind == "network":
            return load_network(self.source)
        return open_drawing(self.source, self.pen)


def wanted(path: Path, pen: float = PEN) -> Wanted:
    """A network where the name ends like one's, else a drawing."""
    return Wanted("network" if path.suffix.lower() in SUFFIXES else "drawing", path, pen)


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """Things that are opened one after the other: all networks, and the first drawing."""

    left: tuple[Wanted, ...]
    drawing: str = ""
    passed: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()

    @classmethod
    def of(cls, things: Iterable[Wanted]) -> "Batch":
        """Nothing of it is opened yet."""
        return cls(tuple(things))

    def opened(self) -> "Batch":
        """The next one was; further drawings have no place then."""
        first, rest = self.left[0], self.left[1:]
        if first.kind == "network":
            return replace(self, left=rest)
        return replace(
            self,
            drawing=first.name,
            passed=tuple(other.name for other in rest if other.kind == "drawing"),
            left=tuple(other for other in rest if other.kind == "network"),
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
        names = f"{named} and {more:,} more" if more > 0 else _listed(self.passed)
        were = "was" if len(self.passed) == 1 else "were"
        return f"{names} {were} left, as the sheet holds one drawing: {self.drawing}."


def _listed(names: tuple[str, ...]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
