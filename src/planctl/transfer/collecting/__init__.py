"""The term's round: forms out to those who answer for actions, and what they say back in."""
