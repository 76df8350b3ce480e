"""Which attack, with which parameters, on which network: who made what is shown."""

from advgui.core.attacks import EvasionAttack
from advgui.core.attacks.objective import NORMS
from advgui.core.choices import choice_words
from advgui.core.defences.defended import bare_of, defences_of
from advgui.core.language import in_sentence, numeral, tr
from advgui.core.nn.network import Network
from advgui.core.parameters import Parameter, parameter_table
from advgui.lab.attack.phrases import OTHER_DEFENCE, OTHER_DRAWING, behind, counted
from advgui.lab.attack.state import LabState
from advgui.lab.runs.shown_run import ShownRun


def provenance(run: ShownRun) -> str:
    """Who made a run, in one sentence."""
    return tr("Made by {attack} on {network}.").format(
        attack=_attack(run), network=_network(run.request.network)
    )


def outdated_provenance(state: LabState, run: ShownRun) -> str:
    """The same, in short, of a run that is about another drawing, network or defence than now."""
    attack = tr("“{title}”").format(title=run.request.attack.title)
    network = _network(run.request.network)
    if state.outdated_words == OTHER_DRAWING:
        return tr("Of an earlier drawing: made by {attack} on {network}.").format(
            attack=attack, network=network
        )
    if state.outdated_words == OTHER_DEFENCE:
        return tr("Of another defence than now: made by {attack} on {network}.").format(
            attack=attack, network=network
        )
    return tr("Of another network than now: made by {attack} on {network}.").format(
        network=network, attack=attack
    )


def setting_words(attack: EvasionAttack) -> str:
    """Its budget and its effort, and what is not at its default: budget L∞ 0.1, steps 40.

    Where its steps are made several times over, it is told how many they are in all.
    """
    rows = [row for row in parameter_table(attack) if row.role or _is_changed(attack, row)]
    words, total = [_setting(attack, row) for row in rows], attack.total()
    steps = getattr(attack, "steps", None)
    if attack.unit == "steps" and steps is not None and total is not None and total > steps:
        words.append(tr("{steps} in all").format(steps=counted(total, "step")))
    return ", ".join(words)


def _is_changed(attack: EvasionAttack, row: Parameter) -> bool:
    return bool(getattr(attack, row.name) != row.default)


def _setting(attack: EvasionAttack, row: Parameter) -> str:
    value, said = getattr(attack, row.name), value_words(attack, row)
    norm = NORMS[attack.norm] if row.role == "budget" and isinstance(value, float) else ""
    title = in_sentence(row.title) if row.title.isascii() else row.title
    return " ".join(part for part in (title, norm, said) if part)


def value_words(attack: EvasionAttack, row: Parameter) -> str:
    """What one parameter of an attack is set to."""
    value = getattr(attack, row.name)
    if isinstance(value, bool):
        return tr("on", "setting") if value else tr("off", "setting")
    return numeral(value, "g") if isinstance(value, float) else choice_words(str(value))


def _attack(run: ShownRun) -> str:
    request = run.request
    asked = [setting_words(request.attack), tr("seed {seed}").format(seed=request.seed)]
    if request.problem.confidence:
        asked.insert(
            1, tr("confidence {confidence:g}").format(confidence=request.problem.confidence)
        )
    return tr("“{title}” ({settings})").format(
        title=request.attack.title, settings=", ".join(part for part in asked if part)
    )


def _network(network: Network) -> str:
    defences, title = defences_of(network), tr("“{title}”").format(title=bare_of(network).title)
    if not defences:
        return title
    return tr("{network} behind {defences}").format(network=title, defences=behind(defences))
