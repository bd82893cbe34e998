"""A sample of claims as a workbook that somebody fills in, and what they found taken back."""
