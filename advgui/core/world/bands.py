"""A large image in bands of rows: what is made of each stays in the processor's cache."""

from collections.abc import Iterator
from typing import Final

#: Rows of a band, of which a photo has some 2,000 pixels each.
ROWS: Final = 32


def bands(height: int) -> Iterator[slice]:
    """The rows of an image, so many at a time, from the top down."""
    return (slice(top, min(top + ROWS, height)) for top in range(0, height, ROWS))
