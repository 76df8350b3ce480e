"""The page "One for all": what is learned once, and is then worn by any drawing."""
