"""Headings of tables to fields of the format; what is ambiguous is asked, never guessed."""
