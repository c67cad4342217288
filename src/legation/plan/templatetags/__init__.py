"""Tags of this capability's pages."""
