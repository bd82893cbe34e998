"""The command line: one module a command, and one boundary for what goes wrong."""
