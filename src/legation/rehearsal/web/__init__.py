"""The cast's sign-in: exists in the demonstration only."""
