from advgui.lab.worker.messages import broke, worker_ended


def test_what_ended_is_named() -> None:
    assert broke("attack", MemoryError()).startswith("The attack ended")
    assert "MemoryError" in broke("training", MemoryError())
    assert "the next training starts a new one" in worker_ended("training")
