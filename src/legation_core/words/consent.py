"""Sentences of codes C1##: what hosts ask, and their consent. A host stands by its country's code."""

SENTENCES: dict[str, str] = {
    "C101": "The host's consent stands as “{consent}”; for this step it must be “{wanted_consent}”. Open the country's page to see what comes next.",
    "C102": "{country} wants its note verbale {lead} days before the election day, by {due}, and none was sent. Send it at once and ask the host whether it still takes it.",
    "C103": "The note verbale to {country} of {sent} went {late} days after the host's lead time of {lead} days. Ask the host to confirm that it accepts it.",
    "C104": "{country} has not answered yet; {left} days are left until the election day. Remind its ministry, and tell headquarters.",
    "C105": "{country} refused its consent ({on}); no station may open there. Close the station and name another place for its voters, or ask again.",
    "C106": "{country} withdrew its consent ({on}); no station may open there. Close the station and name another place for its voters, or ask again.",
    "C107": "{country} allows {allowed} stations and {stations} stand there. Close the others, or ask the host for more.",
    "C108": "{country} allows the premises of missions only, and the station is held at {address}. Move it to the mission, or ask the host for these premises.",
    "C109": "The consent of {country} ends on {until}, before the last voting day, {last_day}. Ask the host to prolong it.",
    "C110": "Nobody has established what {country} asks of a vote on its soil; {left} days are left until the election day. Ask its protocol, and enter the host's rule.",
    "C111": "The note verbale to {country} is due by {due}, in {left} days. Send it and enter its number and date.",
    "C112": "{stations} stations is no number that a host allows. Leave the field empty where it named none, or record a refusal.",
    "C113": "The consent would end on {until}, before the answer of {answered}. Correct one of the two days.",
    "C114": "Nothing was sent to {country} yet, and its lead time is not known; {left} days are left until the election day. Send the note verbale and enter its number and date.",
    "C115": "A note verbale needs its number and its date. Enter both as they stand on the paper.",
    "C116": "The date {given} lies after this act. Enter the date that stands on the paper.",
    "C117": "What a host asks needs its source: a note, a letter, an address of the web. Enter where it is written.",
    "C118": "A lead time of {days} days cannot be: write 1 to 366, or leave it empty where the host names none.",
    "C119": "The mission {mission} is not in {country}, so it cannot write to this host. Choose a mission in {country}.",
    "C121": "The host gave its reason for saying no, or none: write it, or write that none was given.",
}
