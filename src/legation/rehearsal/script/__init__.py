"""Scripts of demonstrations: who does what at which instant."""
