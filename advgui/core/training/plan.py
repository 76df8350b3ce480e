"""What shall be trained: a plan that a command or a window makes, and its limits."""

from dataclasses import dataclass, replace

import numpy as np

from advgui.core.language import tr
from advgui.core.lists import of_name
from advgui.core.nn.architectures import ARCHITECTURES, Activation, Architecture
from advgui.core.nn.recipe import Recipe
from advgui.core.parameters import parameter, settings_of, validated
from advgui.core.training.defending import TrainingDefence


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A training that can be asked for.

    ``activation`` is None for the architecture's usual one. ``name`` becomes the network's,
    ``title`` what people call it, the architecture's where it is empty. ``quick`` asks for
    the architecture's quick recipe, where it has one. ``defence`` is another way of training.
    Where they are not ``warped``, images are learned from as they are, whatever the recipe says.
    """

    architecture: str
    name: str
    title: str = ""
    quick: bool = False
    activation: Activation | None = None
    share: float = parameter(
        1.0,
        tr("Share of MNIST"),
        tr("The part of MNIST's training images that is used."),
        minimum=0.001,
        scale="log",
    )
    pen: bool = parameter(
        True,
        tr("Pen strokes, too"),
        tr("Whether the network is also trained on digits written with a pen."),
    )
    epochs: int = parameter(
        1,
        tr("Epochs"),
        tr("How often each image is shown."),
        minimum=1,
        maximum=10_000,
        scale="log",
    )
    seed: int = 0
    defence: TrainingDefence | None = None
    warped: bool = True

    @property
    def design(self) -> Architecture:
        """The architecture that the plan names, as it is trained.

        Raises ParameterError where it cannot be trained to defend, and shall be.
        """
        return _design(self.architecture, self.defence)

    @property
    def recipe(self) -> Recipe:
        """The architecture's recipe, with what the plan chooses in its place."""
        recipe = self.design.recipe_for(self.activation, quick=self.quick)
        chosen = replace(recipe, epochs=self.epochs, share=self.share, pen=self.pen)
        return chosen if self.warped else replace(chosen, warp=0.0)

    @property
    def all_epochs(self) -> int:
        """Those of all trainings, where there are several, one after the other."""
        return self.epochs * (1 if self.defence is None else self.defence.trainings)


def planned(
    architecture: str,
    name: str = "",
    *,
    quick: bool = False,
    defence: TrainingDefence | None = None,
) -> Plan:
    """The plan that the architecture's own recipe makes; its name, where none is given.

    Raises ParameterError where there is none of that name, or it cannot be trained to defend, and
    shall be.
    """
    recipe = _design(architecture, defence).recipe_for(quick=quick)
    return Plan(
        architecture=architecture,
        name=name or architecture,
        quick=quick,
        share=recipe.share,
        pen=recipe.pen,
        epochs=recipe.epochs,
        defence=defence,
    )


def _design(architecture: str, defence: TrainingDefence | None) -> Architecture:
    unknown = tr("There is no architecture {name!r}; {there}.")
    design = of_name(ARCHITECTURES, architecture, unknown)
    return design if defence is None else design.defended(defence.title, defence.recipe)


def validated_plan(plan: Plan) -> Plan:
    """The same plan; ParameterError where it asks for something that there is not."""
    design = plan.design
    validated(plan, settings_of(plan))
    if plan.defence is not None:
        validated(plan.defence, settings_of(plan.defence))
    random = np.random.default_rng(0)
    if plan.activation is not None or plan.defence is not None:
        layers = design.build(random, plan.activation)
        if plan.defence is not None:
            plan.defence.begun(layers, random)
    return plan
