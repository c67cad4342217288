"""Sentences of codes K1##: complaints, their instances and decisions."""

SENTENCES: dict[str, str] = {
    "K101": "The complaint is {complaint_state}; for this step it must be {wanted_complaint}. Open it to see what comes next.",
    "K102": "This complaint is decided by another body: {body}. Ask its people, or change to a role that acts for it.",
    "K103": "A complaint says who complains, of what act, and who did what, where and when. Enter what is missing.",
    "K104": "There is no station {station} in this election. Choose one of the list.",
    "K105": "There is no instance above this body: {body}. What it decided stands.",
    "K106": "A decision is in writing, names its article, and says in one sentence for everyone what was decided. Enter what is missing.",
    "K107": "{given} has passed already. Set the hearing for an instant that is still to come.",
    "K108": "An appeal says what is wrong with the decision. Write it.",
    "K110": "Too many complaints come in online at the moment. Complain at your station or on paper, or come back in an hour.",
    "K109": "The lawbook names no instances for complaints, so nobody could decide one. Add lists.complaint_instances to it.",
}
