"""Pages of accounts: sign-in, sign-out, the acting role."""
