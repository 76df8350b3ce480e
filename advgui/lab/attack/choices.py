"""The attacks as one chooses among them, and what the chosen one has to be set."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from advgui.core.attacks import EvasionAttack
from advgui.core.attacks.base import FAMILIES, Family, Unit
from advgui.core.attacks.objective import NORMS
from advgui.core.attacks.oracle import SEES, Access, covers
from advgui.core.attacks.problem import CONFIDENCE, Form
from advgui.core.errors import ParameterError
from advgui.core.language import english, in_sentence, tr
from advgui.core.nn.network import Network
from advgui.core.parameters import Missing, Parameter, parameter_table, with_role
from advgui.lab.attack.phrases import counted
from advgui.lab.pace import Work, kind_of

_UNSURE: Final = Missing(
    CONFIDENCE.title, tr("not used"), tr("This attack does not ask how sure the network is.")
)


@dataclass(frozen=True, slots=True)
class Choice:
    """One attack with its parameters, as it is told in a list.

    ``facts`` are its norm, what it sees, how much work it is and how long that takes here, where
    that is known; ``sought`` is all that its
    words are looked for in, in lower case, and in English, too, as papers have it.
    """

    name: str
    title: str
    summary: str
    facts: str
    family: Family
    access: Access
    sought: str

    def offered(self, words: str = "", allowed: Access = "gradients") -> bool:
        """Whether it has all of these words, and needs to see no more than is allowed."""
        found = all(word in self.sought for word in words.lower().split())
        return found and covers(allowed, self.access)

    def called(self, words: str) -> bool:
        """Whether words of its name or title begin with each of these: then it is meant."""
        titles = f"{self.name} {self.title} {english(self.title)}"
        own = [self.name, *re.findall(r"\w+", titles.lower())]
        sought = words.lower().split()
        return bool(sought) and all(any(o.startswith(word) for o in own) for word in sought)


def choices(
    attacks: Mapping[str, EvasionAttack], takes: Callable[[EvasionAttack], str] = lambda _: ""
) -> tuple[Choice, ...]:
    """Family by family, and in each the order in which they come.

    ``takes`` tells how long one takes, nothing where nobody knows.
    """
    made = [_choice(name, attack, takes(attack)) for name, attack in attacks.items()]
    return tuple(one for family in FAMILIES for one in made if one.family == family)


def work_words(attack: EvasionAttack) -> str:
    """How much work a run is at most: 100 steps, 1,000 queries; nothing where nobody knows."""
    total = attack.total()
    return "" if total is None else amount_words(total, attack.unit)


def attack_work(attack: EvasionAttack, network: Network, form: Form, lanes: int) -> Work:
    """What a run toward so many goals is at most; a run where nobody knows its steps."""
    total = attack.work(form, lanes)
    kind = kind_of("attack", attack, network, form, lanes)
    return Work(f"{kind} in all" if total is None else kind, total or 1)


def amount_words(amount: int, unit: Unit) -> str:
    """Work in its unit: 1 step, 1,000 queries."""
    return (
        counted(amount, "step") if unit == "steps" else tr("{count:,} queries").format(count=amount)
    )


def common_controls(attack: EvasionAttack) -> tuple[Parameter | Missing, ...]:
    """Budget, effort and confidence, in this order; what it has not is said in words."""
    return _budget(attack), _effort(attack), _confidence(attack)


def own_controls(attack: EvasionAttack) -> tuple[Parameter, ...]:
    """Its own symbols: all that no other attack has to have."""
    return tuple(row for row in parameter_table(attack) if row.role is None)


def _budget(attack: EvasionAttack) -> Parameter | Missing:
    row, norm = with_role(attack, "budget"), NORMS[attack.norm]
    if row is not None:
        return replace(row, title=tr("Budget ({norm})").format(norm=norm or in_sentence(row.title)))
    smallest = tr("none: the smallest {norm}").format(norm=norm)
    words = smallest if norm else tr("none", "budget")
    return Missing(tr("Budget"), words, tr("This attack has no budget: it keeps its change small."))


def _effort(attack: EvasionAttack) -> Parameter | Missing:
    row = with_role(attack, "effort")
    if row is not None:
        return replace(row, title=tr("Effort ({what})").format(what=in_sentence(row.title)))
    words = work_words(attack) if attack.total() == 1 else tr("as it takes")
    return Missing(tr("Effort"), words, tr("This attack always does as much as it takes."))


def _confidence(attack: EvasionAttack) -> Parameter | Missing:
    row = with_role(attack, "confidence")
    if row is not None:
        return replace(row, title=f"{CONFIDENCE.title} ({in_sentence(row.title)})")
    return CONFIDENCE if attack.confident else _UNSURE


def require_access(attack: type[EvasionAttack], allowed: Access) -> None:
    """Raise ParameterError where an attack needs to see more than is allowed."""
    if not covers(allowed, attack.access):
        raise ParameterError(
            tr("The attack {name} needs to see {needed}, and the attacker sees {seen}.").format(
                name=attack.name, needed=SEES[attack.access], seen=SEES[allowed]
            )
        )


def _choice(name: str, attack: EvasionAttack, takes: str) -> Choice:
    facts = (
        NORMS[attack.norm],
        tr("sees {what}").format(what=SEES[attack.access]),
        work_words(attack),
    )
    family = attack.family
    sought = (name, *attack.former_names, attack.title, attack.summary, attack.source)
    words = [*sought, *facts, attack.norm, FAMILIES[family], SEES[attack.access]]
    return Choice(
        name=name,
        title=attack.title,
        summary=attack.summary,
        facts=" · ".join(fact for fact in (*facts, takes) if fact),
        family=family,
        access=attack.access,
        sought="\n".join([*words, *map(english, words)]).lower().replace("\u00a0", " "),
    )
