"""Checkers of the contracts: source text in, findings out. Each is shown able to fail in `test_checks_can_fail.py`."""
