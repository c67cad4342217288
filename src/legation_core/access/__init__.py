"""Proving who somebody is: how often it may be tried, what is enough, and how a locked-out person comes back."""
