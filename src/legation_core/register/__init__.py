"""Who: names and numbers made comparable; later the evidence that two rows are one person."""
