"""The process beside the window: messages, the pipe, and what runs at its end."""
