"""Every network attacked, each image shown to all: what the tests of it start from."""

from dataclasses import replace

from advgui.core.attacks import make_attack
from advgui.core.generators import drive
from advgui.core.nn.network import Network
from advgui.lab.comparison.transfer import (
    AttackSetup,
    TransferMatrix,
    TransferRow,
    reported,
    transfer_row,
)
from tests.lab.requests import image, network
from tests.lab.states import reports

ATTACK = make_attack("ddn", {"steps": 15})


def attacked(setup: AttackSetup, networks: list[Network]) -> list[TransferRow]:
    rows = []
    for one in networks:
        run = setup.attack.run(one, setup.problem(one), seed=setup.seed)
        (outcome,) = drive(run)
        rows.append(transfer_row(networks, one, outcome))
    return rows


def networks() -> list[Network]:
    return [replace(network(seed), name=f"n{seed}") for seed in (11, 12, 13)]


def setup() -> AttackSetup:
    return AttackSetup(image=image(3), goal=None, attack=ATTACK, seed=2)


def answered(now: TransferMatrix) -> TransferMatrix:
    """The present attack is made, here and now."""
    request = now.request
    assert request is not None
    for report in reports(request, cuts=[4]):
        now = reported(now, report)
    return now
