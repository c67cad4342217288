"""Sentences of codes T###: deadlines and voting days."""

SENTENCES: dict[str, str] = {
    "T101": '"{zone}" is an offset or an abbreviation, which is right only for a part of the year. '
    "Name the place whose clocks are meant, such as Asia/Tokyo.",
    "T102": '"{zone}" is not in the table of time zones. '
    "The name most like it is {nearest}; write a name of the table.",
    "T103": "{day} lies outside the years {first} to {last} for which instants are computed. Correct the year.",
    "T104": "On {day} the clocks of {zone} are put forward and {time} never happens. The moment at which they jump "
    "is used; choose another time if that is not meant.",
    "T105": "On {day} the clocks of {zone} are put back and {time} happens twice. An opening is the first of the two, "
    "a closing the second; choose another time if that is not meant.",
    "T106": "No time zone is given. Name the place whose clocks are meant, such as Asia/Tokyo.",
    "T111": "On {day} it closes at {closes}, which is not after its opening at {opens}. Correct the hours; "
    "a closing at 00:00 is the end of the day.",
    "T112": "Its opening hours of {day} begin before those of {before} have ended. Shorten one of the two.",
    "T113": "The station has no opening hours. Give at least one voting day with its hours.",
    "T114": "No station has opening hours yet, so the voting has neither beginning nor end. "
    "Enter the hours of the stations.",
    "T121": "Entry {key} is counted from the closing of stations and none that concerns it has hours yet. "
    "Its instant is known as soon as their hours are entered.",
    "T122": "Entry {key} is counted from the closing of one station but is made once for the election. "
    "In the lawbook, let it be made for each station or mission, or count it from the last closing.",
    "T123": "Entry {key} is in local time but is made once for the election, so no place says whose. "
    "In the lawbook, give it the home zone or let it be made for each mission or station.",
    "T130": "In the working week {week} no day is found on which anybody works. Correct the week or the holidays.",
    "T201": "{key} was due on {due}, before {known}, the first day on which it could be met. "
    "Choose a later election day, or record the decision by which it is met late.",
    "T202": "{key} is due on {due} but presupposes {presupposed}, which is due only on {later}. "
    "Meet the latter earlier than the law demands, or the former late by a recorded decision.",
    "T203": "{day} is {measured} days after the call; the law allows at most {limit} ({source}). "
    "Choose an earlier day.",
    "T204": "{day} is {measured} days after the call; the law asks for at least {limit} ({source}). "
    "Choose a later day.",
    "T205": "{day} is day {measured} of the week, where 1 is Monday; the law asks for day {limit} ({source}). "
    "Choose another day.",
    "T206": "The election day was set {measured} days after the call; the law allows at most {limit} ({source}). "
    "Correct the two dates if one is wrong.",
    "T207": "The election was called on {called_on}, its day was set on {day_set_on}, and it is on {election_day}: "
    "these are not in order. Correct the date that is wrong.",
    "T208": "{key} was due on {due} and is not recorded as met. "
    "Record how it was met, or the decision by which it is met late.",
}
