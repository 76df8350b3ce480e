"""A photo of a sheet read and judged beside the window: one of 50 megapixels takes its time."""

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from advgui.core.nn.network import Network
from advgui.core.world.photo import read_photo
from advgui.lab.world.photo_words import JudgedPhoto, judged


@dataclass(frozen=True, slots=True, eq=False)
class ReadPhoto:
    """Read one file, and have a network read what is in it."""

    kind: ClassVar[str] = "photo"
    path: Path
    network: Network

    def steps(self) -> Generator[JudgedPhoto, None, JudgedPhoto]:
        """One step; raises what ``read_photo`` raises."""
        found = judged(read_photo(self.path), self.network)
        yield found
        return found
