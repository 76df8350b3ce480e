"""Each attack beside a library's, on the same images of the same network: who fools nearer?"""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from advgui.commands.cli.attack_arguments import named_attack
from advgui.core.attacks import Form, Problem
from advgui.core.datasets.readers import read_mnist
from advgui.core.evaluation.robustness import away_from_labels, random_goals
from advgui.core.images import Array
from advgui.core.nn.network import Network
from advgui.core.zoo import load_shipped
from tests.benchmarks.peers.conftest import AddRow
from tests.benchmarks.peers.judged import Judged, judged, ours, rounded, timed
from tests.benchmarks.peers.libraries import MODULES, Asked, ask
from tests.benchmarks.peers.rows import ROWS, Row
from tests.benchmarks.twins import Torch

#: Other people's modules warn of each other.
pytestmark = pytest.mark.filterwarnings("ignore")

IMAGES: Final = 100
#: Where nothing is measured, it is only tried.
TRIED: Final = 2


@cache
def problem_of(network: str, form: Form, folder: Path, count: int) -> tuple[Network, Problem]:
    """The first images that a network reads correctly, as ``advgui evaluate`` takes them."""
    victim, digits = load_shipped(network), read_mnist(folder, "test")
    if form == "untargeted":
        return victim, away_from_labels(victim, digits, count)
    return victim, random_goals(victim, digits, count, seed=0)


@cache
def our_own(network: str, row_ours: str, form: Form, folder: Path, count: int) -> Judged:
    """Made once, for all libraries."""
    return ours(named_attack(row_ours), *problem_of(network, form, folder, count))


def named(row: Row) -> str:
    return f"{row.ours}-{row.form}-{row.library}-{row.method}"


@pytest.mark.parametrize("network", ["report", "convolutional"])
@pytest.mark.parametrize("row", ROWS, ids=named)
def test_an_attack_beside_a_librarys(
    benchmark: BenchmarkFixture,
    mnist: Path,
    torch: Torch,
    add_row: AddRow,
    network: str,
    row: Row,
) -> None:
    pytest.importorskip(
        MODULES[row.library], reason=f"{row.library} is not installed", exc_type=ImportError
    )
    count = min(row.most, IMAGES) if benchmark.enabled else TRIED
    attack = named_attack(row.ours)
    victim, problem = problem_of(network, row.form, mnist, count)
    asked = Asked.of(torch, victim, problem)
    before = asked.counted.images
    pedantic: Callable[..., tuple[Array, float]] = benchmark.pedantic
    images, seconds = pedantic(
        lambda: timed(lambda: ask(row.library, row.method, asked, row.options)), rounds=1
    )
    queries = (asked.counted.images - before) / count
    theirs = judged(attack, victim, problem, rounded(images), queries, seconds)
    mine = our_own(network, row.ours, row.form, mnist, count)
    budget = attack.limit() is not None
    told = (network, f"{row.ours}, {row.form}")
    add_row((*told, "**ours**", *mine.row(None, budget)))
    add_row((*told, f"{row.library} {row.method}", *theirs.row(mine, budget)))
    assert len(theirs.fooled) == len(mine.fooled) == count
