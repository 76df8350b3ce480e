"""How the images of a run are written: as pixels, as bytes, or as sums of a few patterns."""

from dataclasses import dataclass
from typing import Any, ClassVar, Protocol

import numpy as np
from numpy.typing import NDArray

from advgui.core.images import PIXELS, SIZE, Array, Bytes, squares, to_floats

Content = NDArray[Any]
Lanes = slice | NDArray[np.integer[Any]]
ALL = slice(None)


class Basis(Protocol):
    """What turns the content of steps, (..., n, *), into their n images.

    ``valid`` says that these are exact 8-bit images.
    """

    valid: ClassVar[bool]

    def images(self, content: Content, lanes: Lanes = ALL) -> Array:
        """The images (..., n, 28, 28), or those of some of the n lanes."""
        ...

    def squares(self, content: Content, lanes: Lanes | int = ALL) -> Array:
        """The squared L2 distance (..., n) of each image, or of some lanes', to its reference."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Pixels:
    """The content is the images. ``reference`` is (n, 28, 28)."""

    valid: ClassVar[bool] = False
    reference: Array

    def images(self, content: Array, lanes: Lanes = ALL) -> Array:
        """The content itself."""
        return content

    def squares(self, content: Array, lanes: Lanes | int = ALL) -> Array:
        """By all pixels."""
        return squares(content - self.reference[lanes])


@dataclass(frozen=True, slots=True, eq=False)
class Levels:
    """The content is the images in 8 bits, uint8. ``reference`` is (n, 28, 28)."""

    valid: ClassVar[bool] = True
    reference: Array

    def images(self, content: Bytes, lanes: Lanes = ALL) -> Array:
        """As the network takes them."""
        return to_floats(content)

    def squares(self, content: Bytes, lanes: Lanes | int = ALL) -> Array:
        """By all pixels."""
        return squares(to_floats(content) - self.reference[lanes])


@dataclass(frozen=True, slots=True, eq=False)
class Patterns:
    """The content (..., n, m + 1) says how much of what is added to the reference.

    m numbers are for the ``patterns`` (m, 784), which all images share; the last is for the
    image's own start, its row of ``starts`` (n, 784). ``reference`` is (n, 28, 28);
    ``products`` (m, m), ``crossed`` (n, m), twice, and ``own`` (n,) are the scalar products of
    the patterns, of each start with them, and with itself.
    """

    valid: ClassVar[bool] = False
    reference: Array
    patterns: Array
    starts: Array
    products: Array
    crossed: Array
    own: Array

    @classmethod
    def over(cls, reference: Array, patterns: Array, starts: Array) -> "Patterns":
        """These patterns and starts, added to this reference."""
        crossed: Array = np.float32(2) * (starts @ patterns.T)
        own: Array = np.vecdot(starts, starts)
        return cls(reference, patterns, starts, patterns @ patterns.T, crossed, own)

    def images(self, content: Array, lanes: Lanes = ALL) -> Array:
        """The sums.

        Each image by itself: of many at once the last bit would be another one, and the
        8-bit image that is shown must be the one that was judged.
        """
        sums = np.matmul(content[..., None, :-1], self.patterns)[..., 0, :]
        sums += content[..., -1:] * self.starts[lanes]
        made: Array = sums.reshape(*content.shape[:-1], SIZE, PIXELS // SIZE)
        made += self.reference[lanes]
        return made

    def squares(self, content: Array, lanes: Lanes | int = ALL) -> Array:
        """By the products, without making an image."""
        amounts, share = content[..., :-1], content[..., -1]
        halves = (amounts.reshape(-1, len(self.products)) @ self.products).reshape(amounts.shape)
        halves += share[..., None] * self.crossed[lanes]
        found: Array = np.vecdot(halves, amounts)
        found += share * share * self.own[lanes]
        return np.maximum(found, np.float32(0))
