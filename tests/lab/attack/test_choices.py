"""One finds an attack by family, by a word of it, and by what it must be allowed to see."""

import os
import subprocess
import sys

import pytest

from advgui.core.attacks import ATTACKS, make_attack
from advgui.core.attacks.base import FAMILIES
from advgui.core.attacks.oracle import SEES, Access
from advgui.core.errors import ParameterError
from advgui.core.language import LANGUAGE_VARIABLE
from advgui.lab.attack.choices import choices, require_access, work_words

ALL = choices({name: attack() for name, attack in ATTACKS.items()})


def names_in_german(words: str) -> list[str]:
    code = (
        "import sys\n"
        "from advgui.core.attacks import ATTACKS\n"
        "from advgui.lab.attack.choices import choices\n"
        "made = choices({name: attack() for name, attack in ATTACKS.items()})\n"
        "print(*(one.name for one in made if one.offered(sys.argv[1])))\n"
        "print(*(one.name for one in made if one.called(sys.argv[1])))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, words],
        env={**os.environ, LANGUAGE_VARIABLE: "de"},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()


def names(words: str) -> set[str]:
    return {one.name for one in ALL if one.offered(words)}


def test_every_attack_is_there_once_with_its_family_in_one_piece() -> None:
    assert sorted(one.name for one in ALL) == sorted(ATTACKS)
    order = [one.family for one in ALL]
    assert order == sorted(order, key=list(FAMILIES).index)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("deepfool", {"deepfool"}),
        ("FGSM sign", {"fgsm"}),
        ("lab", {"ddn"}),  # its former name
        ("carlini 2017", {"cw"}),
        ("l1 pgd", {"pgd-l1"}),
        ("", set(ATTACKS)),
        ("no such attack", set()),
    ],
)
def test_all_words_that_are_typed_are_looked_for_wherever_they_stand(
    words: str, found: set[str]
) -> None:
    assert names(words) >= found
    assert bool(names(words)) == bool(found)


def test_a_family_a_norm_and_an_access_are_found_by_their_words() -> None:
    assert names("few pixels") >= {name for name, one in ATTACKS.items() if one.norm == "l0"}
    assert names("linf") == {name for name, one in ATTACKS.items() if one.norm == "linf"}
    assert names("sees scores") == {n for n, one in ATTACKS.items() if one.access == "scores"}


def test_every_attack_is_told_by_itself_as_a_search_may_leave_it_alone() -> None:
    summaries = [one.summary for one in ALL]
    assert len(set(summaries)) == len(summaries)
    assert not [one for one in summaries if "the same" in one.lower()]


@pytest.mark.parametrize("name", ["nes", "JSMA", "hop", "square", "sigma-zero", "pgd-l2"])
def test_an_attack_is_called_by_its_name_or_by_how_a_word_of_its_title_begins(name: str) -> None:
    called = [one for one in ALL if one.called(name)]
    assert called
    assert all(name.lower() in f"{one.name} {one.title}".lower() for one in called)
    assert not any(one.called("") for one in ALL)


@pytest.mark.parametrize("allowed", SEES)
def test_who_may_see_less_is_offered_fewer_attacks(allowed: Access) -> None:
    order = list(SEES)
    for one in ALL:
        enough = order.index(one.access) >= order.index(allowed)
        assert one.offered(allowed=allowed) == enough


def test_how_much_work_a_run_is_follows_its_parameters() -> None:
    assert work_words(make_attack("ddn", {"steps": 1000})) == "1,000 steps"
    assert work_words(make_attack("fgsm")) == "1 step"
    assert work_words(make_attack("square", {"queries": 200})) == "200 queries"


@pytest.mark.parametrize(
    ("allowed", "sees"),
    [
        ("scores", "scores"),
        ("labels", "the label alone"),
        ("substitute", "nothing but a substitute"),
    ],
)
def test_an_attack_that_needs_to_see_more_is_refused_in_a_sentence(
    allowed: Access, sees: str
) -> None:
    require_access(ATTACKS["transfer"], allowed)
    words = f"^The attack ddn needs to see everything, and the attacker sees {sees}\\.$"
    with pytest.raises(ParameterError, match=words):
        require_access(ATTACKS["ddn"], allowed)


@pytest.mark.parametrize("words", ["smallest change", "kleinste änderung"])
def test_in_german_an_attack_is_found_by_its_english_title_too(words: str) -> None:
    offered, called = names_in_german(words)
    assert "ddn" in offered.split()
    assert called == "ddn"
