"""The attacks as one chooses among them: by family, by words, and by what they may see."""

from collections.abc import Mapping
from dataclasses import dataclass

from advgui.core.attacks import EvasionAttack
from advgui.core.attacks.base import FAMILIES, Family
from advgui.core.attacks.oracle import SEES, Access, covers
from advgui.core.errors import ParameterError
from advgui.lab.attack.phrases import NORMS, counted


@dataclass(frozen=True, slots=True)
class Choice:
    """One attack with its parameters, as it is told in a list.

    ``facts`` are its norm, what it sees and how much work it is; ``sought`` is all that its
    words are looked for in, in lower case.
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


def choices(attacks: Mapping[str, EvasionAttack]) -> tuple[Choice, ...]:
    """Family by family, and in each the order in which they come."""
    made = [_choice(name, attack) for name, attack in attacks.items()]
    return tuple(one for family in FAMILIES for one in made if one.family == family)


def work_words(attack: EvasionAttack) -> str:
    """How much work a run is at most: 100 steps, 1,000 queries; nothing where nobody knows."""
    total = attack.total()
    if total is None:
        return ""
    return counted(total, "step") if attack.unit == "steps" else f"{total:,} {attack.unit}"


def require_access(attack: type[EvasionAttack], allowed: Access) -> None:
    """Raise ParameterError where an attack needs to see more than is allowed."""
    if not covers(allowed, attack.access):
        raise ParameterError(
            f"The attack {attack.name} needs to see {SEES[attack.access]}, and the attacker may "
            f"see {SEES[allowed]} only."
        )


def _choice(name: str, attack: EvasionAttack) -> Choice:
    facts = (NORMS[attack.norm], f"sees {SEES[attack.access]}", work_words(attack))
    family = attack.family
    sought = (name, *attack.former_names, attack.title, attack.summary, attack.source)
    words = (*sought, *facts, attack.norm, attack.access, FAMILIES[family])
    return Choice(
        name=name,
        title=attack.title,
        summary=attack.summary,
        facts=" · ".join(fact for fact in facts if fact),
        family=family,
        access=attack.access,
        sought="\n".join(words).lower().replace("\u00a0", " "),
    )
