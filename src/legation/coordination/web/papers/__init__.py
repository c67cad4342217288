"""Pages of papers between the institutions."""
