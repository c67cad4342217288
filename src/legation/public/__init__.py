"""The public face: every address rendered by a pure function of frozen documents and a language."""
