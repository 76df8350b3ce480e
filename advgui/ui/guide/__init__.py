"""The guide: pages of Markdown in a window of their own, which is imported when it is opened."""
