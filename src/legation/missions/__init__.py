"""Diplomatic and consular posts: where they are, how they are reached, whom they count, who speaks for them."""
