"""The main window: its menus, columns and files, and how all is wired."""
