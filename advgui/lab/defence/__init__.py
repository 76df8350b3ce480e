"""What the Defend page shows: a drawing behind its defences, and what is proven of it."""
