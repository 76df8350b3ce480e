"""Format, lint, types, imports and tests, in that order: all that must hold.

Run by ``python3 packaging/start.py test``, or by any Python that has the group ``test``.
``--only format`` is that check alone; other arguments go to pytest.
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


def passes(name: str, arguments: list[str]) -> bool:
    """Run one check from the project's folder."""
    sys.stdout.write(f"\n== {name}\n")
    sys.stdout.flush()
    more = arguments if name == "tests" and "--only" not in arguments else []
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
