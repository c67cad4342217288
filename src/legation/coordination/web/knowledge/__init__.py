"""Pages of published answers."""
