"""The action plan: what is to be done by whom and when, what a late task endangers, who is told of it."""
