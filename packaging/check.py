"""Format, lint, types, imports and tests, in that order: all that must hold.

Run by ``python3 packaging/start.py test``, or by any Python that has the group ``test``.
``--only format`` is that check alone; other arguments go to pytest. The tests are spread over all
cores, each of which goes on with those of another that has more left; ``-n 0`` has one process.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"
CHECKS = {
    "format": ("-m", "ruff", "format", "--check"),
    "lint": ("-m", "ruff", "check"),
    "types": ("-m", "mypy"),
    "imports": ("-c", IMPORTS),
    "tests": ("-m", "pytest"),
}
#: Neighbouring tests stay together as long as possible, and so does what they share.
SPREAD = ["-n", "auto", "--dist", "worksteal"]
#: What is measured, watched, typed into or gone through one by one needs one process.
ALONE = {"--benchmark-enable", "--headed", "--trace", "--capture=no", "-s", "--stepwise", "--sw"}


def for_pytest(arguments: list[str]) -> list[str]:
    """The arguments, behind those that spread the tests over all cores where that makes sense."""
    return arguments if ALONE.intersection(arguments) else [*SPREAD, *arguments]


def passes(name: str, arguments: list[str]) -> bool:
    """Run one check from the project's folder."""
    sys.stdout.write(f"\n== {name}\n")
    sys.stdout.flush()
    given = [] if "--only" in arguments else arguments
    more = for_pytest(given) if name == "tests" else []
    command = [sys.executable, *CHECKS[name], *more]
    return subprocess.run(command, cwd=ROOT, check=False).returncode == 0


def chosen(arguments: list[str]) -> list[str]:
    """All of them, or the one that stands behind ``--only``."""
    if arguments[:1] != ["--only"]:
        return list(CHECKS)
    if len(arguments) != 2 or arguments[1] not in CHECKS:
        sys.exit(f"After --only stands one of {', '.join(CHECKS)}.")
    return arguments[1:]


def main(arguments: list[str]) -> int:
    """Run every check, even after one that fails; 0 if all pass."""
    failed = [name for name in chosen(arguments) if not passes(name, arguments)]
    if failed:
        sys.stdout.write(f"\nFailed: {', '.join(failed)}.\n")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
