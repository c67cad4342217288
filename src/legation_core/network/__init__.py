"""Where: how many stations a mission may or must have, whom each serves, and under which number."""
