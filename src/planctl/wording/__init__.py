"""What can be told of a text from its words alone: likeness, abbreviations, verbs."""
