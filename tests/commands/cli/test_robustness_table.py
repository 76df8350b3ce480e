"""The table of three numbers."""

from argparse import ArgumentTypeError

import pytest

from advgui.commands.cli.robustness_table import (
    HEAD,
    Measured,
    Subject,
    budget,
    robustness_json,
    robustness_table,
)
from advgui.core.defences import make_defence
from advgui.core.defences.certificates.votes.smoothing import Smoothing
from advgui.core.defences.defended import defended
from advgui.core.evaluation.attackers import Attacker, naive, usual_attacks
from advgui.core.evaluation.curves import RobustnessCurves
from advgui.core.zoo import load_shipped

CURVES = RobustnessCurves(
    norm="linf",
    budgets=(0.0, 0.1),
    images=200,
    clean=0.95,
    unaware=(0.95, 0.9),
    aware=(0.95, 0.25),
    proven=(None, None),
    unaware_stuck=(0.0, 0.0),
    aware_stuck=(0.0, 0.125),
    done=1,
    total=1,
)


def measured(**changed: object) -> Measured:
    report = load_shipped("report")
    network = defended(report, [make_defence("threshold", {"threshold": 0.4})])
    attackers = {
        "unaware": Attacker(report, usual_attacks("linf")),
        "aware": Attacker(network, usual_attacks("linf")),
    }
    return Measured(Subject(network, **{**attackers, **changed}), CURVES)  # type: ignore[arg-type]


def test_a_row_for_each_budget_tells_all_three_numbers_and_what_could_not_move() -> None:
    table = robustness_table([measured()], "Some digits")
    (row,) = table.rows
    told = dict(zip(HEAD, (cell.replace("\u00a0", " ") for cell in row), strict=True))
    assert told == {
        "network": "report",
        "behind": "threshold:threshold=0.4",
        "budget": "L∞ 0.1",
        "images": "200",
        "clean": "95.0 %",
        "unaware": "90.0 %",
        "aware": "25.0 %",
        "proven": "-",
        "could not move": "0 %, 12.5 %",
    }


def test_json_tells_what_was_attacked_and_by_what() -> None:
    (one,) = robustness_json([measured()])
    assert one["unaware_attacks"]["network"] == "report"
    assert [attack["attack"] for attack in one["aware_attacks"]["attacks"]] == ["pgd", "pgd"]
    assert one["defences"] == [make_defence("threshold", {"threshold": 0.4}).as_dict()]
    assert (one["aware"], one["proven"], one["smoothing"]) == ((0.95, 0.25), (None, None), None)
    assert robustness_json([measured(unaware=None)])[0]["unaware_attacks"] is None


def test_a_vote_is_told_by_its_noise() -> None:
    network = load_shipped("report")
    vote = Subject(network, None, naive(network), smoothing=Smoothing(sigma=0.5, samples=1000))
    assert vote.behind == "a vote of 1,000, noise 0.5"
    assert Subject(network, None, naive(network)).behind == "-"


@pytest.mark.parametrize("text", ["0", "-1", "much", "inf", "nan"])
def test_what_is_no_budget_is_refused(text: str) -> None:
    assert budget("0.1") == 0.1
    with pytest.raises(ArgumentTypeError, match="is no number above 0"):
        budget(text)
