"""What the application is doing: frozen state, transitions, runs and words; without Qt."""
