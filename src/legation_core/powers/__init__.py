"""Powers: who may give a role to whom, and what it takes that an act counts, beside the body that the law names."""
