"""Work between the institutions: papers, the submissions of one body and the decisions of another on them."""
