"""Sentences of codes S###: seminars."""

SENTENCES: dict[str, str] = {
    "S101": "{days} days are given; a seminar is looked for on at least one and at most {most} days. Name fewer days, or at least one.",
    "S102": "No session of {length} minutes fits between {opens} and {closes}. Make the session shorter, or the hours longer.",
    "S103": "Starts every {step} minutes cannot be looked at. Choose one of {steps}.",
    "S110": "The seminar is {seminar_state}; for this it must be {wanted_seminar}. Open its page to see what comes next.",
    "S111": "The seminar has no session yet. Choose its sessions in the slot finder, then invite.",
    "S112": "The agenda is empty. Enter at least one module, then invite.",
    "S113": "By its rule the seminar is for nobody: no station stands, and no unit is named. Change the audience, then invite.",
    "S114": "It is not said who comes. Enter the name of the participant.",
    "S115": "Say whether somebody comes: yes, no, or a substitute.",
    "S116": "There is no session of this number. Choose one of {sessions}.",
    "S117": "The name is missing in one of the languages. Write it in each of them.",
    "S118": "The session in which the seat would take part is over. Choose one that is still to come.",
    "S119": "A function is held in the commission of a station of one's own mission or district. Choose station and function together.",
    "S121": "A question needs at least two choices. Write one a line.",
    "S122": "It is not said which choice is right. Put a star before each right one.",
    "S123": "{given} of {asked} questions are answered. Answer each of them.",
    "S124": "The attendance is not enough for a certificate. Take part in a later session, or ask the organisers to correct the attendance.",
    "S125": "The test of these modules is not passed yet: {modules}. Pass it, then ask for the certificate.",
}
