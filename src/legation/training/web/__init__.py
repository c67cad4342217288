"""Pages of seminars."""
