"""Passwords of the tests: Argon2 as in production, at a cost at which thousands of them take no time."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class QuickArgon2(Argon2PasswordHasher):
    """Same algorithm and same form of what is stored; the least cost that it takes."""

    time_cost = 1
    memory_cost = 8
    parallelism = 1
