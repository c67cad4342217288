"""What holds for every test of the core: hypothesis knows its profiles."""

from hypothesis import settings

settings.register_profile("soak", max_examples=5000, deadline=None)
settings.register_profile("usual", deadline=None)
settings.load_profile("usual")
