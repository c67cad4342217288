"""Sentences of codes P###: protocols, their entry, and results."""

SENTENCES: dict[str, str] = {
    "P101": "The form {form} has no line `{line}` with a single value. Leave it out, or choose the form it belongs to.",
    "P102": "Line {line} has no value. Write what stands on the paper, 0 where it says none.",
    "P103": "`{option}` does not stand on the ballot, so line {line} cannot have votes for it. Choose another option.",
    "P104": "Line {line} says {value}, and a count is a whole number from 0 to {most}. Compare it with the paper.",
    "P105": "Line {line} is a count and was given a date. Write a whole number.",
    "P200": "The protocol is in the state {state}, and this is possible from {wanted}. See what was done before.",
    "P201": "Whoever read this paper takes no later step on it. Another person is needed.",
    "P202": "Somebody holds this paper until {until}. Take another, or wait until then.",
    "P203": "You do not hold this paper: it was released, or your time ran out. Claim it again; your draft is kept.",
    "P204": "Exactly the fields that differ are settled. Compare: {fields}.",
    "P205": "This needs a reason or the number of the decision, because whoever reads it later must know why. Write it.",
    "P206": "The relations {codes} must hold and do not. Send the entry back, or ask the station for a new version.",
    "P207": "The relations {codes} do not hold and nobody said why. Write the explanation first.",
    "P301": "The station {station} would be counted twice. Leave one of its protocols out.",
    "P302": "{options} have the same votes for {places} places. Draw the lot that the law asks for, and record it.",
}
