"""A substitute trained on labels alone, and attacked in place of the network that gave them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Final

import numpy as np

from advgui.core.attacks.base import EvasionAttack, Unit
from advgui.core.attacks.budget.ball import L2Ball
from advgui.core.attacks.budget.descent import Steady
from advgui.core.attacks.budget.gains import gain
from advgui.core.attacks.oracle import Access, Oracle
from advgui.core.attacks.problem import Form, Problem
from advgui.core.attacks.queries.search import MOST_QUERIES
from advgui.core.attacks.steps import Step
from advgui.core.digits.gallery import read_gallery
from advgui.core.digits.rendering import render
from advgui.core.images import LABELS, SIZE, Array, Bytes, Labels, one_hot, quantise, to_floats
from advgui.core.language import tr
from advgui.core.nn.initialisers import conv2d, dense
from advgui.core.nn.layers import MaxPool, ReLU, Reshape
from advgui.core.nn.losses import cross_entropy
from advgui.core.nn.network import Network
from advgui.core.nn.optimisers import Adam
from advgui.core.parameters import parameter

#: The images that are asked about at once, and so are a step.
ASKED: Final = 8
# How often what was drawn is doubled by what is made of it.
_DOUBLINGS: Final = 2
# After each step so many batches of what is known are trained on.
_BATCHES, _BATCH, _RATE = 2, 48, 1e-3
# How much of the slopes so far goes into the next step, and how far all steps would go.
_MOMENTUM, _REACHED = 0.8, 1.5
_PENS: Final = (0.09, 0.15)
_SPREAD: Final = 0.2


@dataclass(frozen=True, slots=True)
class Substitute(EvasionAttack):
    """Learns from labels what the network reads, and follows the slope of what it has learned.

    Papernot et al. 2017, "Practical black-box attacks", algorithm 1: a small network is
    trained on the labels of some images; what is asked about next is made of these by one
    step along the sign of its Jacobian's row, forth and back by turns, as in their
    "Transferability in machine learning" (2016). Then each image goes along the slope of the
    substitute, and every step of that is shown to the network attacked: the closest that
    fools it counts.

    The first images are the gallery's drawings, distorted at random: nobody's data are
    needed. All images of a batch share one substitute, and what that costs is dealt out
    among them: each label that it is trained on is a query of one of them, in turn.
    """

    name: ClassVar[str] = "substitute"
    title: ClassVar[str] = tr("Trained substitute (Papernot)")
    summary: ClassVar[str] = tr("Trains a look-alike on labels, and attacks that instead.")
    source: ClassVar[str] = tr(
        "Papernot et al. 2017, arXiv:1602.02697, algorithm 1; 2016, arXiv:1605.07277, section 3"
    )
    access: ClassVar[Access] = "labels"
    unit: ClassVar[Unit] = "queries"

    queries: int = parameter(
        2400,
        tr("Labels"),
        tr("How many labels the substitute is trained on, shared by all images attacked at once."),
        minimum=10,
        maximum=MOST_QUERIES,
        scale="log",
        role="effort",
    )
    steps: int = parameter(
        40,
        tr("Steps"),
        tr("How often each image is moved, and shown to the network."),
        minimum=1,
        maximum=1000,
        scale="log",
    )
    reach: float = parameter(
        4.0,
        tr("Reach"),
        tr("How far an image may go in L2, of pixels of 0 to 1."),
        minimum=0.1,
        maximum=28.0,
        scale="log",
    )
    stride: float = parameter(
        0.2,
        tr("Stride"),
        tr("By how much the pixels of a new image differ from the one that it is made of."),
        minimum=0.004,
        maximum=1.0,
        scale="log",
    )

    def total(self) -> int:
        """The labels, every step of one image, and what the original and the outcome cost."""
        return self.work("targeted")

    def work(self, form: Form, images: int = 1) -> int:
        """The more images, the fewer of the labels are each one's."""
        return -(-self.queries // images) + self.steps + 3

    def iterate(
        self, oracle: Oracle, problem: Problem, random: np.random.Generator
    ) -> Iterator[Step]:
        """The training, while which nothing is changed, and the steps along the slope."""
        pupil, count = Pupil(self.queries, self.stride, random), len(problem.goals)
        yield Step(0, problem.originals)
        number = 0
        while len(asked := pupil.asked()):
            dealt = np.arange(pupil.known, pupil.known + len(asked)) % count
            pupil.learn(asked, oracle.labels(to_floats(asked), dealt))
            number += 1
            yield Step(number, problem.originals)
        for made in self._moved(pupil.network, problem):
            number += 1
            yield Step(number, made)

    def _moved(self, substitute: Network, problem: Problem) -> Iterator[Bytes]:
        """The valid images after each step along the slope of the substitute."""
        ball, originals = L2Ball(self.reach), problem.originals
        oracle, climbed = Oracle(substitute, len(originals)), gain("cross-entropy", problem)
        pace = Steady(ball, to_floats(originals), _REACHED * self.reach / self.steps, _MOMENTUM)
        changes, made = np.zeros_like(pace.originals), originals
        for _ in range(self.steps):
            logits, gradient = oracle.gradient(to_floats(made), climbed.slope)
            changes = pace(changes, climbed.values(logits), gradient)
            made = ball.rounded(changes, originals)
            yield made


class Pupil:
    """A small network that learns labels, and says which ones it wants to be told next."""

    def __init__(self, total: int, stride: float, random: np.random.Generator) -> None:
        """Untrained; ``total`` labels will be known in the end."""
        layers = (
            Reshape((SIZE, SIZE, 1)),
            conv2d(random, 5, 1, 12),
            ReLU(),
            MaxPool(),
            Reshape((12 * 12 * 12,)),
            dense(random, 12 * 12 * 12, 64, 2.0),
            ReLU(),
            dense(random, 64, LABELS),
        )
        self.network = Network("substitute", layers, "softmax")
        self.known = 0
        self._adam = Adam([array for layer in layers for array in layer.weights.values()])
        self._images: Bytes = np.zeros((total, SIZE, SIZE), np.uint8)
        self._labels: Labels = np.zeros(total, np.int64)
        self._drawn = -(-total // 2**_DOUBLINGS)
        self._stride, self._random = np.float32(stride), random
        self._gallery = read_gallery()

    def asked(self) -> Bytes:
        """The next images (m, 28, 28) whose labels it wants; none at the end."""
        first, last = self.known, min(self.known + ASKED, len(self._labels))
        if first < self._drawn:
            numbers = range(first, min(last, self._drawn))
            return np.stack([self._distorted(number) for number in numbers])
        doubling = (first // self._drawn).bit_length() - 1
        before = self._drawn << doubling
        return self._varied(slice(first - before, min(last, 2 * before) - before), doubling)

    def learn(self, images: Bytes, labels: Labels) -> None:
        """Some batches of all that is known, these with it."""
        new = slice(self.known, self.known + len(labels))
        self._images[new], self._labels[new] = images, labels
        self.known = new.stop
        for _ in range(_BATCHES):
            chosen = self._random.integers(self.known, size=min(_BATCH, self.known))
            logits, caches = self.network.forward(to_floats(self._images[chosen]))
            gradient = cross_entropy(logits, self._labels[chosen])[1] / len(chosen)
            self._adam.update(self.network.weight_gradients(caches, gradient), _RATE)

    def _distorted(self, number: int) -> Bytes:
        """A drawing of the gallery, turned, slanted and stretched."""
        strokes = self._gallery[number % len(self._gallery)].strokes
        matrix = np.eye(2) + _SPREAD * self._random.normal(size=(2, 2))
        moved = tuple(np.concatenate([s[:, :2] @ matrix, s[:, 2:]], axis=1) for s in strokes)
        return render(moved, self._random.uniform(*_PENS))

    def _varied(self, some: slice, doubling: int) -> Bytes:
        """Images one stride along the sign of their label's slope, or against it."""
        images = to_floats(self._images[some])
        caches = self.network.forward(images)[1]
        slope = self.network.backward(caches, one_hot(self._labels[some]))
        way: Array = np.sign(slope) if doubling % 2 == 0 else -np.sign(slope)
        return quantise(images + self._stride * way)
