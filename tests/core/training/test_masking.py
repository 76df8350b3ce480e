"""The same attackers before a distillation and after it: who cannot move, and who does not care."""

import pytest

from advgui.core.datasets.readers import Digits
from advgui.core.evaluation.accuracy import accuracy
from advgui.core.generators import drive
from advgui.core.training import masking as module
from advgui.core.training.distillation import Distillation, scaled
from advgui.core.training.masking import Masked, masking, slopeless
from tests.fake_datasets import stripes
from tests.random_networks import random_network
from tests.sharpened import louder

DIGITS = stripes(20, seed=9)


def test_a_network_that_is_only_louder_hides_its_slope_and_nothing_else() -> None:
    teacher, student = louder("report", 1.0), louder("report", 1000.0)
    read = teacher.logits(DIGITS.images / 255.0).argmax(axis=-1)
    digits = Digits(DIGITS.images, read)
    defence = Distillation(teacher=teacher, temperature=100.0, budget=0.1)
    shares: list[float] = []
    rows = {row.title: row for row in drive(masking(defence, student, digits), shares.append)}
    assert shares == sorted(shares)
    assert all(0 <= share <= 1 for share in shares)
    assert rows["As they are"] == Masked("As they are", 1.0, 1.0)
    assert rows["No slope at all"].student > 0.8
    naive, knowing = rows["PGD on the cross-entropy"], rows["PGD on the lead in logits"]
    assert naive.student > naive.teacher + 0.3
    assert knowing.student == pytest.approx(knowing.teacher, abs=0.1)
    assert rows["FGSM on the logits over T"].student < rows["FGSM on the cross-entropy"].student
    assert rows["Carlini and Wagner, at any distance"].student < 0.2


def test_what_it_misreads_is_lost_to_it_whatever_the_attack(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    network = random_network()
    digits = Digits(DIGITS.images, (network.logits(DIGITS.images / 255.0).argmax(axis=-1) + 1) % 10)
    first = module.attackers(0.1)[:1]
    monkeypatch.setattr(module, "attackers", lambda budget: first)
    rows = drive(masking(Distillation(teacher=network), network, digits))
    assert [(row.teacher, row.student) for row in (rows[0], rows[2])] == [(0, 0), (0, 0)]


def test_a_slope_counts_as_none_only_where_it_is_exactly_zero() -> None:
    quiet, loud = (scaled(random_network(), factor) for factor in (1.0, 1e5))
    assert slopeless(quiet, DIGITS) == 0
    right = Digits(DIGITS.images, loud.logits(DIGITS.images / 255.0).argmax(axis=-1))
    assert slopeless(loud, right) == 1
    assert accuracy(loud, right) == 1
