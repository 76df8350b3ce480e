"""Work that is driven to its value, looked at, changed, stopped and dropped."""

from collections.abc import Generator
from contextlib import closing

import pytest

from advgui.core.generators import Driver, Stop, changed, drive, stopped_when

Count = Generator[int, None, str]


def count(steps: int, log: list[str] | None = None) -> Count:
    """Counts, and tells how far it came, also where it is stopped."""
    done = 0
    try:
        for done in range(1, steps + 1):
            yield done
    except Stop:
        return f"stopped at {done}"
    finally:
        if log is not None:
            log.append("left")
    return f"counted to {done}"


def test_work_ends_with_what_it_has_after_the_first_step_that_is_enough() -> None:
    seen: list[int] = []
    assert drive(stopped_when(count(9), lambda step: step >= 4), seen.append) == "stopped at 4"
    assert seen == [1, 2, 3, 4]
    assert drive(stopped_when(count(3), lambda step: step >= 4)) == "counted to 3"


def test_every_step_is_looked_at_and_the_value_is_returned() -> None:
    seen: list[int] = []
    assert drive(count(3), seen.append) == "counted to 3"
    assert seen == [1, 2, 3]
    assert drive(count(0), seen.append) == "counted to 0"


def test_it_ends_with_what_it_has_when_it_is_stopped() -> None:
    driver = Driver(count(5))
    for step in driver:
        if step == 2:
            driver.stop()
    assert (driver.ended, driver.value) == (True, "stopped at 2")


def test_its_value_stays_whatever_is_asked_of_it_after_its_end() -> None:
    driver = Driver(count(1))
    assert not driver.ended
    assert [*driver, *driver] == [1]
    driver.stop()
    assert next(driver, None) is None
    assert driver.value == "counted to 1"


def test_dropped_work_ends_at_once_and_has_no_value() -> None:
    log: list[str] = []
    with closing(Driver(count(5, log))) as driver:
        assert next(driver) == 1
        assert log == []
    assert log == ["left"]
    assert next(driver, None) is None


def test_what_goes_wrong_in_it_is_raised() -> None:
    def broken() -> Count:
        yield 1
        raise ValueError("broken")

    driver = Driver(broken())
    assert next(driver) == 1
    with pytest.raises(ValueError, match="broken"):
        next(driver)
    with pytest.raises(ValueError, match="broken"):
        drive(broken())


def test_changed_work_has_other_steps_the_same_value_and_the_same_end() -> None:
    log: list[str] = []
    tenfold = Driver(changed(count(3, log), lambda step: 10 * step))
    assert list(tenfold) == [10, 20, 30]
    assert tenfold.value == "counted to 3"
    dropped = changed(count(3, log), str)
    assert next(dropped) == "1"
    log.clear()
    dropped.close()
    assert log == ["left"]
