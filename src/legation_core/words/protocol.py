"""Sentences of codes P###: protocols, their entry, and results."""

SENTENCES: dict[str, str] = {
    "P101": "The form {form} has no line `{line}` with a single value. Leave it out, or choose the form it belongs to.",
    "P102": "Line {line} has no value. Write what stands on the paper, 0 where it says none.",
    "P103": "`{option}` does not stand on the ballot, so line {line} cannot have votes for it. Choose another option.",
    "P104": "Line {line} says {value}, and a count is a whole number from 0 to {most}. Compare it with the paper.",
    "P105": "Line {line} is a count and was given a date. Write a whole number.",
}
