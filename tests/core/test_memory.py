"""What is freed is kept: the pages of large arrays are not asked for again and again."""

import platform
import subprocess
import sys

import pytest

ROUNDS = """
import resource
import numpy as np
from advgui.core.memory import keep_freed_memory

def use():
    arrays = [np.ones(2**18, np.float32) for _ in range(10)]

def faults():
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt

if {keep}:
    keep_freed_memory()
for _ in range(3):
    use()
before = faults()
for _ in range(10):
    use()
print(faults() - before)
"""


def pages_asked_for(*, keep: bool) -> int:
    """By ten rounds of ten arrays of a megabyte, in a process of its own."""
    command = [sys.executable, "-c", ROUNDS.format(keep=keep)]
    return int(subprocess.run(command, check=True, capture_output=True).stdout)


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="for the GNU C library only")
def test_freed_arrays_are_used_again() -> None:
    assert pages_asked_for(keep=True) < 100 < pages_asked_for(keep=False)
