"""What the two institutions, the missions and the public write to one another in the course of an election."""
