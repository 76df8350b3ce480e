"""``advgui transfer``: attack a digit on every network: whom does each image fool?"""

from collections.abc import Sequence
from typing import Any, Final

from advgui.commands.cli.arguments import add_markdown, add_seed
from advgui.commands.cli.attack_arguments import (
    add_aim,
    add_attack,
    add_digit,
    attack_setup,
    run_attack,
)
from advgui.commands.cli.output import Table, say_table
from advgui.commands.cli.parser import Parser, command_parser
from advgui.core.nn.network import Network
from advgui.core.printable import printable
from advgui.core.zoo import PLAIN, find_network
from advgui.lab.attack.phrases import COULD_NOT_MOVE, STUCK_LEGEND
from advgui.lab.comparison.readings import NetworkReadings, TransferVerdict
from advgui.lab.comparison.transfer import AttackSetup, TransferRow, transfer_row

#: The sign behind the label that a network reads in the adversarial image.
_SIGNS: Final[dict[TransferVerdict, str]] = {
    "fooled": "!",
    "wrong class": "~",
    "not fooled": "",
    "already": "",
    "misread": "-",
}
_LEGEND: Final = (
    "Rows: made against, columns: shown to. Each cell is the label that is read: ! fooled, "
    "~ another digit\nthan the goal, - the drawing is read differently to begin with; "
    "(in brackets: the network itself).\nL2: of the 8-bit image, where it fools its own network.\n"
    f"{STUCK_LEGEND}."
)


def main(arguments: Sequence[str]) -> int:
    """Print a row for each attacked network; 0 whatever is fooled."""
    options = _parser().parse_args(arguments)
    networks = [find_network(name) for name in options.network or PLAIN]
    setup = attack_setup(options)
    rows = [transfer_row(networks, network, run_attack(setup, network)) for network in networks]
    title = f"{_title(options.digit.name, setup)}\n\n"
    table = Table(_head(networks), _table(rows), title, f"\n\n{_LEGEND}")
    say_table(options, _json(setup, rows), table)
    return 0


def _parser() -> Parser:
    parser = command_parser("transfer")
    add_markdown(parser)
    add_digit(parser)
    add_aim(parser)
    parser.add_argument(
        "--network",
        metavar="NAME|FILE",
        action="append",
        help="attack and show these only; may be repeated (default: the ten that were not "
        "trained to defend)",
    )
    add_attack(parser)
    add_seed(parser)
    return parser


def _title(digit: str, setup: AttackSetup) -> str:
    toward = "away from what is read" if setup.goal is None else f"toward {setup.goal}"
    return f"{printable(digit)}, {toward}, “{setup.attack.title}”, seed {setup.seed}"


def _head(networks: Sequence[Network]) -> list[str]:
    return ["made against", "L2", *(str(number + 1) for number in range(len(networks))), "fools"]


def _table(rows: Sequence[TransferRow]) -> list[list[str]]:
    return [_row(number + 1, row) for number, row in enumerate(rows)]


def _row(number: int, row: TransferRow) -> list[str]:
    found, outcome = row.counts, row.outcome
    size = COULD_NOT_MOVE if outcome.could_not_move else "-"
    l2 = f"{outcome.l2:.2f}" if outcome.fooled else size
    cells = [_cell(shown) for shown in row.shown]
    return [f"{number} {row.network.full_name}", l2, *cells, f"{found.fooled} of {found.others}"]


def _cell(shown: NetworkReadings) -> str:
    if shown.adversarial is None or shown.verdict is None:
        return ""
    cell = f"{shown.adversarial.label}{_SIGNS[shown.verdict]}"
    return f"({cell})" if shown.attacked else cell


def _json(setup: AttackSetup, rows: Sequence[TransferRow]) -> dict[str, Any]:
    return {
        "goal": setup.goal,
        "attack": setup.attack.name,
        "parameters": setup.attack.settings,
        "seed": setup.seed,
        "rows": [_row_json(row) for row in rows],
    }


def _row_json(row: TransferRow) -> dict[str, Any]:
    outcome, found = row.outcome, row.counts
    return {
        "network": row.network.name,
        "label_before": outcome.before.label,
        "label_after": outcome.after.label,
        "fooled": outcome.fooled,
        "already": outcome.already,
        "could_not_move": outcome.could_not_move,
        "l2": outcome.l2,
        "steps": outcome.steps,
        "seconds": outcome.seconds,
        "others": found.others,
        "others_fooled": found.fooled,
        "others_at_goal": found.at_goal,
        "shown": [_shown_json(shown) for shown in row.shown],
    }


def _shown_json(shown: NetworkReadings) -> dict[str, Any]:
    before, after = shown.drawing, shown.adversarial
    return {
        "network": shown.network.name,
        "label_before": before.label if before else None,
        "label_after": after.label if after else None,
        "confidences_after": list(after.confidences) if after else None,
        "verdict": shown.verdict,
    }
