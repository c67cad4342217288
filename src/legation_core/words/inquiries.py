"""Sentences of codes Q###: inquiries, their answers, and the knowledge that comes of them."""

SENTENCES: dict[str, str] = {
    "Q101": "The inquiry is {inquiry_state}; for this step it must be {wanted_inquiry}. Open it anew to see what comes next.",
    "Q102": "For this category the other institution approves the answer before it goes out. Ask for its approval.",
    "Q103": "Nobody has to approve answers of this category. Give the answer.",
    "Q104": "The lawbook knows no category {category} of inquiries. Choose one of the list.",
    "Q105": "The lawbook gives no time within which an inquiry of the urgency {urgency} is answered. Choose another urgency.",
    "Q106": "This belongs to another body: inquiries of this category are for {body}. Refer the inquiry, or ask that body.",
    "Q107": "An inquiry says in a few words what it is about, and asks something. Write both.",
    "Q108": "There is nothing in this text. Write it.",
    "Q109": "Say why; it stays with the inquiry.",
    "Q110": "Nobody of the code {person} can answer for this body. Choose a person of the list.",
    "Q111": "Choose at least one other open inquiry that this answer settles.",
    "Q112": "Whoever drafted an answer does not approve it. Ask a colleague of the institution that approves.",
    "Q113": "The answer is approved by the body that drafts it, {body}. Name the other institution, or leave `approved_by` out.",
    "Q114": "`{word}` is no urgency of [[lists.inquiry_urgencies]]. Choose one of: {known}; or add it there.",
    "Q115": "An answer is published for the missions or for everyone, not for {audience}. Choose one of the two.",
    "Q116": "In each language an answer needs its question and its answer. Write both, or leave both empty.",
    "Q117": "This is no address of mail, or another mission has it. Write one such as consulate@mission.example.",
    "Q118": "The mail server {host} did not take a mail. It is tried again; see whether the server runs and the settings hold.",
}
