"""Which entry of one version of a plan is which of another."""

from planctl.pairing.entries import paired
from planctl.pairing.match import Match
from planctl.pairing.pairs import Pairs
from planctl.pairing.tree import Node, Tree, tree_of

__all__ = ["Match", "Node", "Pairs", "Tree", "paired", "tree_of"]
