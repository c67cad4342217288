"""Words for missions on pages."""
