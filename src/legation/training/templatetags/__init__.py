"""Tags of the pages of seminars."""
