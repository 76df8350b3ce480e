"""What a file may ask for: with these no file takes more than 500 MB or a few seconds.

Each is far above what anybody draws, photographs or trains for digits of 28 x 28 pixels.
"""

from typing import Final

MEGABYTE: Final = 2**20

IMAGE_BYTES: Final = 100 * MEGABYTE
"""Of an image's file: a photograph of 50 megapixels, packed without loss."""
IMAGE_PIXELS: Final = 50_000_000
"""Of an image: the largest photograph, 200 MB while it is decoded."""
IMAGE_SCANS: Final = 100
"""Of a JPEG, each of which refines all of it, however few bytes it has: ten are usual."""

IMAGE_SAMPLES: Final = 150_000_000
"""Of a JPEG in several scans, which holds two bytes for each colour of each pixel until the last:
50 megapixels of a photograph, 37 for print (CMYK)."""

STROKES_BYTES: Final = 256 * MEGABYTE
"""Of a strokes file, of which no more than a digit is held at once."""
DIGIT_BYTES: Final = 8 * MEGABYTE
"""Of a single digit's JSON, which takes up to 25 times as much once it is read."""
DIGITS: Final = 100_000
"""Of a strokes file, one a line: more than MNIST has, and a minute's work for a network."""
STROKES: Final = 2_000
"""Of a digit: every one of them is drawn anew while the pen moves."""
POINTS: Final = 20_000
"""Of a digit, in all its strokes: minutes of drawing with the fastest stylus."""

MNIST_BYTES: Final = 100 * MEGABYTE
"""Of a file of MNIST, unpacked: the largest has 47 MB."""
PEN_BYTES: Final = 8 * MEGABYTE
"""Of the pen digits, unpacked, which are a text of 3.6 MB: its numbers take many times as much."""
FOLDERS_BYTES: Final = MEGABYTE
"""Of what is remembered of a user's folders: it names two."""

NETWORK_BYTES: Final = 64 * MEGABYTE
"""Of a network's file, which is held two or three times while it is read."""
ARTEFACT_BYTES: Final = 16 * MEGABYTE
"""Of what an attack has learned: the largest generator has 3 MB."""
WORK_BYTES: Final = 256 * MEGABYTE
"""Of work under way: the largest training with its moments, or 300,000 images mixed in."""
SESSION_BYTES: Final = 256 * MEGABYTE
"""Of a session, which is held while it is open: a run's steps are unpacked when one looks."""
SESSION_UNPACKED: Final = 512 * MEGABYTE
"""Of all that is in a session, of which only one part is unpacked at a time."""
SESSION_RUNS: Final = 10_000
"""Of a session: a thousand are a week's work."""
SESSION_ARTEFACTS: Final = 50
"""Of a session: universal perturbations, generators and patches, of which few have a megabyte."""
SESSION_POISONINGS: Final = 4
"""Of a session: the page Poison has one, with its two or three networks."""
SESSION_NETWORKS: Final = 200
"""Of a session, those that ship among them."""
DRAWING_BYTES: Final = 32 * MEGABYTE
"""Of a session's drawing with all that undo brings back."""
RUN_BYTES: Final = 2 * MEGABYTE
"""Of what is told of a run, and of its images."""
STEPS_BYTES: Final = 128 * MEGABYTE
"""Of a run's steps, unpacked: 10,000 of one image, or a thousand of ten, are 8 MB."""

HEAD_BYTES: Final = MEGABYTE
"""Of the head of a network's file: its layers and its card are some kilobytes."""
WEIGHTS: Final = 2**24
"""Of a network, 64 MB of them: MNIST is learned to 99.8 % with a tenth."""
LAYERS: Final = 2_000
"""Of a network, and nodes of an ONNX graph."""
CHAIN: Final = 16
"""Defences that a network stands behind: two or three are usual."""
ACTIVATIONS: Final = 4_000_000
"""Numbers that all layers compute of one image: 16 MB."""
ACTIVATIONS_AT_ONCE: Final = 10 * ACTIVATIONS
"""Of several images that go through together: ten goals are attacked at once, in 160 MB."""
FIELDS: Final = 200_000
"""Of an ONNX file, which has a dozen for each node: each takes memory, whatever is in it."""
CONSTANT: Final = 1_000_000
"""Numbers of a constant that an ONNX graph makes of a smaller one."""
FOLDED_BYTES: Final = 128 * MEGABYTE
"""Of all constants that an ONNX graph computes while it is read, and of its orders of numbers."""
LARGEST_NUMBER: Final = 1e15
"""In a network, for any image: beyond it squares and products leave what float32 can hold."""
