"""Tags of the pages of headquarters."""
