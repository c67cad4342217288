"""Pages of inquiries and their answers."""
