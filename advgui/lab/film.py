"""Every step of a run as valid images, kept in the pieces in which they came."""

from bisect import bisect_right
from dataclasses import dataclass

from advgui.core.images import Bytes


@dataclass(frozen=True, slots=True, eq=False)
class Film:
    """The images (n, 28, 28) of each step so far, step 0 being the start.

    ``pieces`` are uint8 (k, n, 28, 28), each for k steps; they are never copied, because all
    steps of a long run take tens of megabytes. ``ends`` tells how many steps there are up to
    the end of each piece.
    """

    pieces: tuple[Bytes, ...] = ()
    ends: tuple[int, ...] = ()

    @classmethod
    def of(cls, images: Bytes) -> "Film":
        """A film of one piece, or of none where there is no step."""
        return cls((images,), (len(images),)) if len(images) else cls()

    def __len__(self) -> int:
        """The number of steps."""
        return self.ends[-1] if self.ends else 0

    def __getitem__(self, step: int) -> Bytes:
        """The images (n, 28, 28) of one step. Raises IndexError where there is none."""
        if not 0 <= step < len(self):
            raise IndexError(step)
        piece = bisect_right(self.ends, step)
        start = self.ends[piece - 1] if piece else 0
        images: Bytes = self.pieces[piece][step - start]
        return images

    def __add__(self, more: "Film") -> "Film":
        """This film and the steps after it."""
        steps = len(self)
        return Film(self.pieces + more.pieces, self.ends + tuple(steps + end for end in more.ends))
