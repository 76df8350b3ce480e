"""The exact radius of a network with one hidden layer, by branch and bound over its units.

Parts whose radius is the smallest are cut in two, where the relaxation of a unit loses most,
until every part is proven as far as an image is known that is read otherwise (best-first
branch and bound; as in Wang et al. 2021, arXiv:2103.06624, but on the radius itself).
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from advgui.core.defences.certificates.bracket import Bracket
from advgui.core.defences.certificates.hidden_layer import HiddenLayer, Margins
from advgui.core.defences.certificates.nearest import first_changes, nearest, pushed
from advgui.core.defences.certificates.reach import Floats, Norm
from advgui.core.defences.certificates.tree import MOST, Proof, Rows, Tree

#: Proven so far, a bracket is as good as exact.
ENOUGH: Final = 0.999
_AT_ONCE: Final = 24
# Where a tree is known a near image is, too: every second time is often enough to look for others.
_PAUSE: Final = 2
_FIRST_STEPS: Final = 12
_STEPS: Final = 8
# Of parts that are as they were.
_RATED: Final = 64
# After so many parts, beyond those that were kept, what holds it up are boxes without an image,
# whose alphas must grow far.
_MANY: Final = 200
_MORE_STEPS: Final = 24
# Each margin without a cut, so that something is proven at once.
_WHOLE_STEPS: Final = 1
# Of the radius that is attacked: nearer to the image a relaxation says more.
_SHARES: Final = (0.4, 0.93, 1.0)
_CORRECTIONS: Final = 3
_STARTS: Final = 2
_NEARER: Final = 0.99
# Cut so often for as good as nothing, the part that holds it up is exact, but for what there is to
# spare, and no nearer image is found.
_STALLED: Final = 100
_RISEN: Final = 1.0001
# Cut so often for as good as nothing, the least part is straight: what lies a little beyond where
# it is proven is read otherwise. Where units bend nearby, a descent does not find it.
_STRAIGHT: Final = 15
_STRAIGHT_STEPS: Final = 50
_BEYOND: Final = 1.02


@dataclass(slots=True, eq=False)
class Memory:
    """What is known of earlier images by their label, and helps with the next one.

    Trees, and for each rival the change (9, 784) that made the last image one of its.
    """

    trees: dict[int, Tree] = field(default_factory=dict)
    changes: dict[int, Floats] = field(default_factory=dict)


def branched(
    layer: HiddenLayer,
    image: Floats,
    norm: Norm,
    enough: float = ENOUGH,
    memory: Memory | None = None,
) -> Iterator[Bracket]:
    """Tighter and tighter brackets of an image (784,) in [0, 1].

    It ends where ``enough`` of what is attacked is proven, or where no cut proves more; whoever
    drives it may stop before.
    What ``memory`` holds of images of the same label makes it quicker, and it holds more after.
    """
    search = _Search(layer, image, norm, enough, memory or Memory())
    for _ in search.steps():
        yield search.bracket


class _Search:
    """What is proven, and the nearest image that is read otherwise."""

    def __init__(
        self, layer: HiddenLayer, image: Floats, norm: Norm, enough: float, memory: Memory
    ) -> None:
        self._norm: Norm = norm
        self._enough = enough
        self._memory = memory
        self._margins = Margins.before_all(layer, image)
        self._radius, self._change = _everywhere(image, norm), np.zeros_like(image)
        self._proven, self._parts, self._many, self._pause = 0.0, 0, _MANY, 1
        self._every = np.arange(len(self._margins.offsets))
        self._start()

    def _start(self) -> None:
        """An image that is read otherwise: by what changed the last one, or along slopes."""
        margins, known = self._margins, self._memory.changes
        former = known.get(margins.label)
        if former is None:
            starts = first_changes(margins, self._norm, 0.0)
            known[margins.label] = margins.restored(starts)
        else:
            starts = np.clip(margins.arranged(former), -margins.image, 1 - margins.image)
        self._attack(self._every, starts)
        if not self._change.any():  # no slope there, as of units that are shut
            self._attack(self._every, first_changes(margins, self._norm, self._radius))

    @property
    def bracket(self) -> Bracket:
        known = self._change.any()
        attacked = self._radius if known else np.inf
        proven = min(self._proven, self._radius)
        change = self._margins.restored(self._change)
        return Bracket(self._norm, proven, float(attacked), change, self._parts)

    def steps(self) -> Iterator[None]:
        """Prove more and more; each step takes a few milliseconds."""
        known = self._margins.label in self._memory.trees
        self._pause = _PAUSE if known else 1
        self._many = _MANY + known * 2 * len(self._tree())
        for share in _SHARES[known:]:
            proof = Proof(self._tree(), self._margins, self._norm, share * self._radius)
            if not self._proven:
                yield from self._whole(proof)
            yield from self._again(proof, share)
            yield from self._branch(proof, share)

    def _tree(self) -> Tree:
        """That of the label, or a new one."""
        margins, trees = self._margins, self._memory.trees
        tree = trees.get(margins.label)
        if tree is None or len(tree) > MOST:
            tree = trees[margins.label] = Tree.whole(
                margins, *margins.box(_SHARES[0] * self._radius, self._norm)
            )
        tree.turn_to(margins)
        return tree

    def _whole(self, proof: Proof) -> Iterator[None]:
        """What needs no part; if that is little, nearer to the image too, and an attack."""
        nodes = proof.begun(_WHOLE_STEPS)
        self._proven = max(self._proven, proof.proven)
        yield
        less = _SHARES[0] * self._radius
        if self._proven < less < proof.radius:
            near = Proof(proof.tree, self._margins, self._norm, less)
            near.begun(_WHOLE_STEPS)
            self._proven = max(self._proven, near.proven)
            yield
            best = np.argsort(nodes.radii)[:_STARTS]
            self._attack_from(nodes.rivals[best], nodes.changes[best], proof)
            yield

    def _again(self, proof: Proof, share: float) -> Iterator[None]:
        """What earlier alphas prove of this image, where least is proven first."""
        waiting = proof.lowest(min(self._enough, share) * self._radius, len(proof.radii))
        waiting = waiting[np.argsort(proof.radii[waiting])]
        if len(proof.tree) > len(self._every):
            for start in range(0, len(waiting), _RATED):
                proof.rate(waiting[start : start + _RATED])
                self._proven = max(self._proven, proof.proven)
                yield
        elif len(waiting):
            yield from self._at_first(proof, waiting)

    def _at_first(self, proof: Proof, rows: Rows) -> Iterator[None]:
        """The same of margins without a cut, which an attack has to begin with, too."""
        rows, nodes = proof.improved(rows, _FIRST_STEPS)
        self._parts += len(rows)
        self._attack_from(nodes.rivals, nodes.changes, proof)
        self._proven = max(self._proven, proof.proven)
        yield

    def _branch(self, proof: Proof, share: float) -> Iterator[None]:
        """Improve, and cut, the parts that are proven least, as long as that proves more."""
        rises = deque([self._proven], _STALLED)
        for turn in count():
            if len(rises) == _STALLED and rises[-1] < _RISEN * rises[0]:
                return
            if turn % _STRAIGHT == 0 and turn and rises[-1] < _RISEN * rises[-_STRAIGHT]:
                self._attack_beyond(proof)
            enough = min(self._enough, share) * self._radius
            rows = proof.lowest(enough, _AT_ONCE)
            if not len(rows):
                break
            steps = _STEPS if self._parts < self._many else _MORE_STEPS
            rows, nodes = proof.improved(rows, steps)
            self._parts += len(rows)
            if len(rows):
                if turn % self._pause == 0:
                    best = np.argsort(nodes.radii)[:_STARTS]
                    self._attack_from(nodes.rivals[best], nodes.changes[best], proof)
                left = np.flatnonzero(nodes.radii < enough)
                proof.halve(rows[left], nodes.of(left))
            self._proven = max(self._proven, proof.proven)
            rises.append(self._proven)
            yield
        self._proven = max(self._proven, min(self._enough, share) * self._radius)
        yield

    def _attack_from(self, rivals: NDArray[np.integer[Any]], changes: Floats, proof: Proof) -> None:
        starts = pushed(self._margins.of(rivals), changes, _NEARER * self._radius, self._norm)
        self._attack_within(rivals, starts, proof)

    def _attack_beyond(self, proof: Proof) -> None:
        """From where the least parts are proven a little farther, without a descent."""
        rows, nodes = proof.improved(proof.lowest(np.inf, _STARTS), _STRAIGHT_STEPS)
        self._parts += len(rows)
        image = self._margins.image
        if len(rows):
            starts = np.clip(_BEYOND * nodes.changes, -image, 1 - image)
            self._attack_within(nodes.rivals, starts, proof)

    def _attack_within(
        self, rivals: NDArray[np.integer[Any]], starts: Floats, proof: Proof
    ) -> None:
        before = self._radius
        self._attack(rivals, starts)
        if self._radius < before and proof.radius > self._radius:
            proof.within(self._radius)

    def _attack(self, rivals: NDArray[np.integer[Any]], starts: Floats) -> None:
        """Look for a nearer image from these changes."""
        found = nearest(self._margins.of(rivals), starts, self._norm, _CORRECTIONS)
        best = int(found.radii.argmin())
        if found.radii[best] < self._radius:
            self._radius, self._change = float(found.radii[best]), found.changes[best]
        better = np.isfinite(found.radii)
        known = self._memory.changes[self._margins.label]
        known[rivals[better]] = self._margins.restored(found.changes[better])


def _everywhere(image: Floats, norm: Norm) -> float:
    """A radius that holds every image there is."""
    most = np.maximum(image, 1 - image)
    return float(most.max() if norm == "linf" else np.linalg.norm(most))
