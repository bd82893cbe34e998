"""What a workspace can set. `choices` stands apart: help texts need it without pydantic."""
