"""Powers: what it takes that an act counts, beside the body that the law names."""
