"""Pages of matters and of the daily meeting."""
