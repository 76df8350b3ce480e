"""What ``import advgui`` offers: all of it by its name, and nothing before it is used."""

import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import advgui
import advgui.api

ROOT = Path(__file__).parents[2]
COUNT = """
import sys
before = set(sys.modules)
import advgui
dir(advgui), advgui.__version__, hasattr(advgui, "nothing")
print(*sorted(set(sys.modules) - before))
advgui.list_networks
print("numpy" in sys.modules, any(name.startswith("PySide6") for name in sys.modules))
"""


def test_importing_it_imports_nothing_else_until_it_is_used() -> None:
    command = [sys.executable, "-W", "error", "-c", COUNT]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["advgui", "True False"]


def test_all_names_are_there_and_listed() -> None:
    assert set(advgui.__all__) == {*advgui.api.__all__, "__version__"}
    for name in advgui.api.__all__:
        assert getattr(advgui, name) is getattr(advgui.api, name)
    assert set(advgui.__all__) <= set(dir(advgui))


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="'advgui' has no attribute 'nothing'"):
        advgui.nothing  # noqa: B018


def test_what_is_looked_at_in_a_shell_is_told_without_its_pixels_and_weights() -> None:
    network, digits = advgui.load_network("report"), advgui.load_gallery()
    image = digits.images[7]
    outcome = advgui.attack(network, image, 3, steps=5)
    found = advgui.explain(network, image, outcome.adversarial, 3)
    for one in (network, advgui.defend(network, "noise"), digits, outcome, found):
        assert "array" not in repr(one)
        assert len(repr(one)) < 3000
    assert "l2=" in repr(outcome)
    assert repr(digits) == "<30 digits>"


@pytest.mark.parametrize("name", advgui.api.__all__)
def test_everything_offered_tells_what_it_is_and_has_types(name: str) -> None:
    offered = getattr(advgui, name)
    assert inspect.getdoc(offered)
    if inspect.isfunction(offered):
        signature = inspect.signature(offered)
        assert signature.return_annotation is not signature.empty
        assert all(row.annotation is not row.empty for row in signature.parameters.values())
        assert ">>> import advgui" in (offered.__doc__ or "") or name in (
            "save_network",
            "open_session",
        )
