"""Who people are, which roles they hold, and how they sign in."""
