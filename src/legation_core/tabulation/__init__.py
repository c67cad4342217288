"""Results: exact sums of protocols over any grouping, each with its denominator."""
