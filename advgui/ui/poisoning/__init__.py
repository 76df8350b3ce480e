"""The page "Poison": a network trained on poisoned digits, beside its clean twin."""
