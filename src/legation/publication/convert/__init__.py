"""What is public of an election, as plain JSON values. One module a document; docs/publication.md says what each holds.

Everything here decides what may leave: an inferred number or district is left out, no person, no list size, no note.
"""
