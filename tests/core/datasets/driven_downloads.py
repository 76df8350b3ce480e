"""What the tests of downloads look at."""

from collections.abc import Generator
from pathlib import Path

from advgui.core.datasets.download import DownloadProgress
from tests.generators import finished


def driven(run: Generator[DownloadProgress, None, Path]) -> tuple[list[DownloadProgress], Path]:
    return finished(run)


def there(folder: Path) -> dict[str, bytes]:
    """All that stands in a folder, hidden or not."""
    return {path.name: path.read_bytes() for path in folder.iterdir()} if folder.exists() else {}
