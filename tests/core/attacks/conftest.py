"""The report's network, and ten drawn digits."""

import numpy as np
import pytest

from advgui.core.digits.gallery import read_gallery
from advgui.core.digits.rendering import render
from advgui.core.images import Bytes
from advgui.core.nn.network import Network
from advgui.core.zoo import load_shipped


@pytest.fixture(scope="module")
def network() -> Network:
    return load_shipped("report")


@pytest.fixture(scope="module")
def digits() -> Bytes:
    return np.stack([render(digit.strokes) for digit in read_gallery()[:10]])
