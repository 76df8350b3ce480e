"""Words of the window that are explained where they stand."""
