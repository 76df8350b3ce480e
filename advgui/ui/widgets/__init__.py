"""Widgets and dialogs that every page may use."""
