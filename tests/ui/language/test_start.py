"""The window speaks what was chosen, else the system's language, and never a third one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

from advgui.core.language import LANGUAGE_VARIABLE
from advgui.lab.preferences_file import write_values
from advgui.ui.language.start import FOUND_VARIABLE, named_outside, settle_language, spoken
from advgui.ui.session.settings import settings_file

FRESH = """
from contextlib import suppress
from PySide6.QtCore import QLocale
from advgui import __main__
from advgui.commands import WindowWanted, load_command
with suppress(WindowWanted):
    load_command("open")(["seven.json"])
from advgui.ui.language.start import settle_language
from advgui.core import language
assert not language._translations.cache_info().currsize, "something is said before"
settle_language()
print(language.tr("Lan&guage"))
"""


@pytest.fixture
def german_system(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine in Austria, and nobody who has named a language to this process."""
    for name in (LANGUAGE_VARIABLE, FOUND_VARIABLE):
        monkeypatch.setenv(name, "")
    austrian = QLocale("de_AT")
    monkeypatch.setattr(QLocale, "system", lambda: austrian)


@pytest.mark.parametrize(
    ("chosen", "system", "language"),
    [
        ("de", ["en-GB", "en"], "de"),
        ("en", ["de-DE", "de"], "en"),
        ("system", ["de-AT", "de", "en"], "de"),
        ("system", ["de_CH"], "de"),
        ("system", ["fr-FR", "fr", "de", "en"], "de"),
        ("system", ["C"], "en"),
        ("", [], "en"),
        ("xx\n", ["ja"], "en"),
    ],
)
def test_what_was_chosen_counts_else_the_systems_language(
    chosen: str, system: list[str], language: str
) -> None:
    assert spoken(chosen, system) == language


@pytest.mark.usefixtures("german_system")
def test_the_first_start_is_in_the_systems_language() -> None:
    settle_language()
    assert os.environ[LANGUAGE_VARIABLE] == "de"


@pytest.mark.usefixtures("german_system")
@pytest.mark.parametrize(("kept", "language"), [("en", "en"), ("nonsense", "de")])
def test_what_is_kept_counts_and_rubbish_follows_the_system(kept: str, language: str) -> None:
    write_values(settings_file(), {"lab/language": kept})
    settle_language()
    assert os.environ[LANGUAGE_VARIABLE] == language


@pytest.mark.usefixtures("german_system")
def test_a_window_that_starts_again_looks_anew_unless_another_has_said_which() -> None:
    settle_language()
    assert named_outside() == ""
    write_values(settings_file(), {"lab/language": "en"})
    settle_language()
    assert os.environ[LANGUAGE_VARIABLE] == "en"
    os.environ[LANGUAGE_VARIABLE] = "de"
    settle_language()
    assert named_outside() == os.environ[LANGUAGE_VARIABLE] == "de"


@pytest.mark.usefixtures("german_system")
def test_damaged_settings_follow_the_system() -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_bytes(b"\xff\x00[lab\nlanguage")
    settle_language()
    assert os.environ[LANGUAGE_VARIABLE] == "de"


def test_who_starts_the_program_may_name_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LANGUAGE_VARIABLE, "de")
    write_values(settings_file(), {"lab/language": "en"})
    settle_language()
    assert os.environ[LANGUAGE_VARIABLE] == "de"


def test_nothing_is_said_before_the_language_is_known() -> None:
    write_values(settings_file(), {"lab/language": "de"})
    environment = {**os.environ, LANGUAGE_VARIABLE: ""}
    done = subprocess.run(
        [sys.executable, "-c", FRESH],
        env=environment,
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("&Sprache\n", "")
