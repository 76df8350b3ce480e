"""Whatever learns once is found by its name, here or in another package."""

from pathlib import Path

import pytest

from advgui.core.attacks import ATTACKS
from advgui.core.attacks.fitted import FITTED, fitted_attack_class
from advgui.core.attacks.fitted import make_fitted_attack as make
from advgui.core.errors import ParameterError
from tests.package_copy import PackageCopy

LISTED = """
from advgui.core import plugins
from advgui.core.attacks import ATTACKS
from advgui.core.attacks.fitted import FITTED
plugins.tell_problems(print)
print("mean-sign" in FITTED, "mean-sign" in ATTACKS)
"""


def test_the_same_package_may_bring_either_kind_and_nobody_complains(tmp_path: Path) -> None:
    copy = PackageCopy(tmp_path)
    source = Path(__file__).parents[3] / "mean_sign.py"
    copy.install("other", source.read_text("utf-8"), "advgui.attacks", "mine = other:MeanSign")
    assert copy.run("-c", LISTED).split() == ["True", "False"]


def test_an_unknown_name_or_value_is_told() -> None:
    with pytest.raises(ParameterError, match="No attack 'ddn' learns once"):
        make("ddn")
    assert not FITTED.keys() & ATTACKS.keys()
    with pytest.raises(ParameterError):
        fitted_attack_class("")
