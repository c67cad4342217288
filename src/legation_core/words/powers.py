"""Sentences of codes A5##: two persons for one act, and overruling a refusal."""

SENTENCES: dict[str, str] = {
    "A500": "A second person is needed: this is your own act, and your other accounts and roles are you as well. Ask a colleague who may confirm it.",
    "A501": "The second person must act for another body: {bodies}. Ask a person of such a body, or change to a role of yours that acts for one.",
    "A502": "This act is {state} and waits for nobody. Open the page anew to see how it stands now.",
    "A503": "Only the person who proposed this can withdraw it. If it should not happen, refuse it and say why.",
    "A504": "An act by one person alone needs its reason: why no second person could be reached. Write it down.",
    "A505": "Only a mission, or a commission at one, may act single-handed; at home a second person can be reached. Propose the act, and ask a colleague to confirm it.",
    "A506": "The lawbook has {body} confirm this act, so nobody acts alone in its place: until then it has no effect. Propose the act; that body confirms it from wherever it is.",
    "A507": "This act needs two persons: {act}. Propose it; it is done when a second person confirms it.",
    "A508": "Just this act was proposed already and waits for its second person. Open the page of acts by two persons and confirm it there.",
    "A509": "Whoever proposed this no longer holds the role in which they did. Refuse the act; a person who holds the role can propose it anew.",
    "A510": "A refusal needs its reason, because the one who proposed the act will read it. Write it down.",
    "A511": "These two accounts are one and the same, or are recorded as one person already. Check both codes.",
    "A520": "The refusal {code} cannot be overruled: it is no rule of the law that refuses there. Choose one of {codes}.",
    "A521": "Overruling needs the number and date of the decision, because everybody may look it up. Enter both.",
    "A522": "Overruling needs its reason: it stands in the public record. Write it down.",
}
