"""Tags of the pages of accounts."""
