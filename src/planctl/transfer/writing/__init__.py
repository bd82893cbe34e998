"""Plans out to Excel, Word, csv, Markdown, JSON and calendars, and back without loss."""
