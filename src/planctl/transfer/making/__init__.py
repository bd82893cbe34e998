"""What the tables say, as a plan in YAML."""
