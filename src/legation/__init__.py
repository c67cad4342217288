"""The joint working system of a central election commission and a foreign ministry. See docs/architecture.md."""
