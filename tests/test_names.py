"""A name that is another one in each process is refused, as all tests would fail for it."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize(("ids", "code"), [("repr", 4), ("None", 0)])
def test_the_look_of_a_value_is_no_name(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, ids: str, code: int
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    pytester.makepyfile(
        f"import pytest\n@pytest.mark.parametrize('value', [object()], ids={ids})\n"
        "def test_it(value): pass"
    )
    done = pytester.runpytest_subprocess("-p", "tests.names", "-p", "no:cacheprovider")
    assert done.ret == code
    assert ("pass what makes the value" in done.stderr.str()) == bool(code)
