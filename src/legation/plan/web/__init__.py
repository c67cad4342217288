"""Pages of this capability."""
