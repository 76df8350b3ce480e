"""The Defend page: before and after, who knows of the defence, and what is proven."""
