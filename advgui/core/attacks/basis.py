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

    def squares(self, content: Content) -> Array:
        """The squared L2 distance (..., n) of each image to its reference."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Pixels:
    """The content is the images. ``reference`` is (n, 28, 28)."""

    valid: ClassVar[bool] = False
    reference: Array

    def images(self, content: Array, lanes: Lanes = ALL) -> Array:
        """The content itself."""
        return content

    def squares(self, content: Array) -> Array:
        """By all pixels."""
        return squares(content - self.reference)


@dataclass(frozen=True, slots=True, eq=False)
class Levels:
    """The content is the images in 8 bits, uint8. ``reference`` is (n, 28, 28)."""

    valid: ClassVar[bool] = True
    reference: Array

    def images(self, content: Bytes, lanes: Lanes = ALL) -> Array:
        """As the network takes them."""
        return to_floats(content)

    def squares(self, content: Bytes) -> Array:
        """By all pixels."""
        return squares(to_floats(content) - self.reference)


@dataclass(frozen=True, slots=True, eq=False)
class Patterns:
    """The content (..., n, m) says how much of each pattern is added to the reference.

    ``reference`` is (n, 28, 28), ``patterns`` (m, 784), ``products`` (m, m) their scalar
    products.
    """

    valid: ClassVar[bool] = False
    reference: Array
    patterns: Array
    products: Array

    @classmethod
    def over(cls, reference: Array, patterns: Array) -> "Patterns":
        """These patterns, added to this reference."""
        return cls(reference, patterns, patterns @ patterns.T)

    def images(self, content: Array, lanes: Lanes = ALL) -> Array:
        """The sums.

        Each image by itself: of many at once the last bit would be another one, and the
        8-bit image that is shown must be the one that was judged.
        """
        sums = np.matmul(content[..., None, :], self.patterns)
        made: Array = sums.reshape(*content.shape[:-1], SIZE, PIXELS // SIZE)
        made += self.reference[lanes]
        return made

    def squares(self, content: Array) -> Array:
        """By the patterns' products, without making an image."""
        amounts = content.reshape(-1, content.shape[-1])
        found: Array = np.vecdot(amounts @ self.products, amounts)
        return np.maximum(found, np.float32(0)).reshape(content.shape[:-1])
