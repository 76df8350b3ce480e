"""What the lab's tests work on: a small network with random weights, an image, requests."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from threading import Condition
from typing import ClassVar, TypeVar

import numpy as np

from advgui.core.attacks import EvasionAttack, Form, Oracle, Problem, Step, make_attack
from advgui.core.errors import BadInput
from advgui.core.images import Bytes, Labels, to_floats
from advgui.core.nn.layers import Dense, Reshape, Sigmoid
from advgui.core.nn.losses import Output
from advgui.core.nn.network import Network
from advgui.lab.worker.messages import (
    AttackFinished,
    AttackProgress,
    AttackReport,
    AttackRequest,
    Failed,
    Silent,
)
from advgui.lab.worker.recording import Recording

SomeReport = TypeVar("SomeReport", AttackProgress, AttackFinished, Silent, Failed)


@dataclass(frozen=True, slots=True)
class Endless(EvasionAttack):
    """Walks at random from the original, for as long as it is let."""

    name: ClassVar[str] = "endless"
    title: ClassVar[str] = "Endless"

    def iterate(
        self, oracle: Oracle, problem: Problem, random: np.random.Generator
    ) -> Iterator[Step]:
        images = to_floats(problem.originals)
        number = 0
        while True:
            yield Step(number, images, oracle.logits(images))
            images = images + random.normal(0, 0.05, images.shape).astype(np.float32)
            number += 1


@dataclass(frozen=True, slots=True)
class Broken(EvasionAttack):
    """Ends with an error after a few steps."""

    name: ClassVar[str] = "broken"
    title: ClassVar[str] = "Broken"
    foreseen: bool = False

    def iterate(
        self, oracle: Oracle, problem: Problem, random: np.random.Generator
    ) -> Iterator[Step]:
        images = to_floats(problem.originals)
        for number in range(3):
            yield Step(number, problem.originals, oracle.logits(images))
        if self.foreseen:
            raise BadInput("This cannot be attacked.")
        raise ZeroDivisionError("division by zero")


def network(seed: int = 1, output: Output = "sigmoid") -> Network:
    """A network 784-20-10 with small random weights, which every attack can fool."""
    random = np.random.default_rng(seed)

    def dense(inputs: int, outputs: int) -> Dense:
        matrix = random.normal(0, 2 / np.sqrt(inputs), (inputs, outputs))
        return Dense(matrix.astype(np.float32), np.zeros(outputs, np.float32))

    layers = (Reshape((784,)), dense(784, 20), Sigmoid(), dense(20, 10))
    return Network("small", layers, output)


def image(seed: int = 1) -> Bytes:
    """A valid image: a grey block at a random place, some noise in it."""
    random = np.random.default_rng(seed)
    row, column = random.integers(4, 12, 2)
    result = np.zeros((28, 28), np.uint8)
    result[row : row + 12, column : column + 10] = random.integers(90, 256, (12, 10))
    return result


def other_labels(original: Bytes, reader: Network) -> Labels:
    """All labels but the one that the network reads."""
    return np.array([d for d in range(10) if d != reader.read(original).label], np.int64)


def request(
    ticket: int = 1,
    attack: EvasionAttack | None = None,
    goals: int = 1,
    form: Form = "targeted",
    seed: int = 3,
) -> AttackRequest:
    """A run of ``goals`` lanes on the same image; untargeted, away from its label."""
    reader, original = network(), image()
    wanted = other_labels(original, reader)[:goals]
    if form == "untargeted":
        wanted = np.array([reader.read(original).label], np.int64)
    problem = Problem(np.repeat(original[None], len(wanted), axis=0), wanted, form)
    return AttackRequest(ticket, reader, attack or make_attack("ddn"), problem, seed)


class Inbox:
    """Collects a runner's reports, which come from its thread."""

    def __init__(self) -> None:
        self.reports: list[AttackReport] = []
        self._news = Condition()

    def __call__(self, report: AttackReport) -> None:
        with self._news:
            self.reports.append(report)
            self._news.notify_all()

    def of(self, ticket: int) -> list[AttackReport]:
        """All reports about one run so far."""
        with self._news:
            return [report for report in self.reports if report.ticket == ticket]

    def progress(self, ticket: int) -> AttackProgress:
        """Waits for the first progress of a run."""
        return self._wait(ticket, AttackProgress)

    def finished(self, ticket: int) -> AttackFinished:
        """Waits for the end of a run."""
        return self._wait(ticket, AttackFinished)

    def failed(self, ticket: int) -> Failed:
        """Waits for the failure of a run."""
        return self._wait(ticket, Failed)

    def silent(self, ticket: int) -> Silent:
        """Waits until it is told that nothing is heard of a run."""
        return self._wait(ticket, Silent)

    def _wait(self, ticket: int, sort: type[SomeReport]) -> SomeReport:
        found: list[SomeReport] = []

        def is_there() -> bool:
            found.extend(r for r in self.reports if isinstance(r, sort) and r.ticket == ticket)
            return bool(found)

        with self._news:
            assert self._news.wait_for(is_there, 30), f"only {self.reports}"
        return found[0]


def recording_of(messages: Iterable[object]) -> Recording:
    """Every step that the reports among some messages brought."""
    recording = Recording()
    for message in messages:
        if isinstance(message, AttackProgress | AttackFinished):
            recording += message.recording
    return recording
