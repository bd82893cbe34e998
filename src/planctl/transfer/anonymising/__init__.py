"""A plan with its words and names replaced: the same structure, and the same findings."""
