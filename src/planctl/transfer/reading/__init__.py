"""Documents as paragraphs and tables of cells, whatever their file format."""
