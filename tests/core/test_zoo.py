from pathlib import Path

import pytest

from advgui.core.datasets.readers import Digits, read_mnist, read_pen
from advgui.core.errors import NetworkFileError
from advgui.core.evaluation.accuracy import accuracy
from advgui.core.formats.safetensors_file import save_network
from advgui.core.resources import resource
from advgui.core.training.data import held_out
from advgui.core.zoo import SHIPPED, default_network, find_network, load_shipped, said_name


@pytest.mark.parametrize("name", SHIPPED)
def test_every_shipped_network_is_there_under_its_name(name: str) -> None:
    assert load_shipped(name).name == find_network(name).name == name


def test_the_default_is_a_shipped_network() -> None:
    assert default_network() in SHIPPED


def test_what_ships_is_called_by_its_title_and_anything_else_by_its_name() -> None:
    assert said_name("report") == "The report's network"
    assert said_name("my own") == "my own"


def test_a_network_is_found_by_its_path(tmp_path: Path) -> None:
    for name in ("mine.safetensors", "mine"):
        save_network(load_shipped("report"), tmp_path / name)
        assert find_network(str(tmp_path / name)).parameters() == 784 * 20 + 20 + 20 * 10 + 10


def test_a_shipped_name_comes_before_a_file_of_that_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    save_network(load_shipped("convolutional"), tmp_path / "report")
    assert find_network("report").name == "report"
    assert find_network("./report").stored_name == "convolutional"


def test_an_unknown_name_is_answered_with_those_that_there_are() -> None:
    with pytest.raises(NetworkFileError, match=r"no network 'reprot'; .*convolutional, report"):
        find_network("reprot")


@pytest.mark.parametrize("path", ["missing.safetensors", "folder/missing"])
def test_a_missing_file_is_told_as_a_file(path: str) -> None:
    with pytest.raises(NetworkFileError, match=r"missing.* cannot be read"):
        find_network(path)


# What each has to reach at least, on MNIST's test set and on the pen digits.
LEAST = {
    "convolutional": (0.988, 0.98),
    "report": (0.925, 0.84),
    "report-tanh": (0.925, 0.82),
    "report-relu": (0.925, 0.84),
    "dense": (0.98, 0.98),
    "recurrent": (0.98, 0.98),
    "graph": (0.975, 0.97),
    "softmax": (0.915, 0.91),
    "svm": (0.915, 0.91),
    "bayes": (0.835, 0.77),
    "robust": (0.99, 0.98),
    "certified": (0.98, 0.97),
    "certified-wide": (0.965, 0.96),
    "report-robust": (0.915, 0.77),
    "report-distilled": (0.925, 0.84),
}


@pytest.fixture(scope="module")
def judged(mnist: Path) -> Digits:
    return read_mnist(mnist, "test")


@pytest.fixture(scope="module")
def judged_pen(pendigits: Path) -> Digits:
    return held_out(read_pen(pendigits))


@pytest.mark.parametrize("name", SHIPPED)
def test_a_card_says_how_well_its_network_reads(
    name: str, judged: Digits, judged_pen: Digits
) -> None:
    network = load_shipped(name)
    figures = (accuracy(network, judged), accuracy(network, judged_pen))
    # Another processor's sums differ in the last bit, and so may one image in a thousand.
    assert figures == pytest.approx((network.card.mnist, network.card.pen), abs=1e-3)
    assert all(figure >= least for figure, least in zip(figures, LEAST[name], strict=True))


@pytest.mark.parametrize("name", SHIPPED)
def test_a_card_tells_everything(name: str) -> None:
    network = load_shipped(name)
    card = network.card
    assert all((card.title, card.architecture, card.training, card.data, card.pen_data))
    assert card.l2_data.startswith("1,000 test images")
    assert card.parameters == network.parameters()
    assert None not in (card.seed, card.epochs, card.seconds, card.l2)
    assert card.fooled is not None
    assert card.fooled > 0.99


def test_all_networks_together_are_small() -> None:
    sizes = [resource(f"networks/{name}.safetensors").stat().st_size for name in SHIPPED]
    assert sum(sizes) <= 10_000_000
