"""What the check of a record says, as the public pages see it."""

from legation.integrity.checking import WORDS as LOG_WORDS

__all__ = ["LOG_WORDS"]
