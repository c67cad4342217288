"""The log of acts: one leaf an act, in commit order, signed, published, witnessed. Nothing else appends."""
