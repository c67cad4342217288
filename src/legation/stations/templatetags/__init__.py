"""Words for stations on pages."""
