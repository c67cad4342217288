"""What every capability stands on: actors, clock, entropy, jobs, files, wording, layouts. Knows no election."""
