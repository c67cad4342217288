"""When: legal deadlines as instants, opening windows, who is open at any instant, what clashes or has passed."""
