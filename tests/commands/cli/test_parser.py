"""What is typed is taken, answered or refused in one sentence; the program itself never ends."""

import pytest

import advgui
from advgui.commands import AnsweredError, command_names
from advgui.commands.cli.parser import Parser, UsageError, program_arguments, refuse_options


@pytest.fixture
def parser() -> Parser:
    made = Parser(prog="advgui greet", description="Greets.")
    made.add_argument("--times", type=int, default=1)
    return made


@pytest.mark.parametrize("typed", [["--times", "often"], ["--nonsense"], ["unasked"]])
def test_wrong_use_is_one_sentence_that_names_the_help(parser: Parser, typed: list[str]) -> None:
    with pytest.raises(UsageError, match=r"^[^\n]+ \(advgui greet --help tells more\)\.$") as told:
        parser.parse_args(typed)
    assert typed[-1] in str(told.value)


@pytest.mark.parametrize("typed", [["--times", "1"], ["--times=1"]])
def test_an_option_that_does_not_apply_is_named_even_where_it_says_the_default(
    parser: Parser, typed: list[str]
) -> None:
    assert parser.parse_args(typed) == parser.parse_args([])
    with pytest.raises(UsageError, match=r"^--times is of greeting\.$"):
        refuse_options(typed, ("--often", "--times"), "is of greeting.")
    refuse_options(typed, ("--often", "--time"), "is of greeting.")


def test_help_is_printed_and_ends_nothing(
    parser: Parser, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(AnsweredError):
        parser.parse_args(["--help"])
    out, err = capsys.readouterr()
    assert out.startswith("usage: advgui greet")
    assert "Greets." in out
    assert err == ""


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(AnsweredError):
        program_arguments(["--version"])
    assert capsys.readouterr().out == f"advgui {advgui.__version__}\n"


@pytest.mark.parametrize("name", ["seven.png", "folder/seven", "missing.onnx"])
def test_what_looks_like_a_file_is_opened(name: str) -> None:
    """Also where it is not there: what is wrong with it is told in the window."""
    assert program_arguments([name, "other.json"]) == ((name, "other.json"), False, False)


def test_a_check_takes_no_file() -> None:
    assert program_arguments(["--self-check"]) == ((), True, False)
    assert program_arguments(["--give-back"]) == ((), False, True)
    with pytest.raises(UsageError, match="not allowed"):
        program_arguments(["--self-check", "seven.png"])


def test_a_word_that_is_neither_file_nor_command_is_told_with_all_commands() -> None:
    words = r"^recognize is neither a file nor a command; did you mean recognise\? The commands"
    with pytest.raises(UsageError, match=words) as told:
        program_arguments(["recognize"])
    assert all(name in str(told.value) for name in command_names())


def test_options_are_not_guessed() -> None:
    with pytest.raises(UsageError, match=r"--self; did you mean --self-check\?"):
        program_arguments(["--self"])
