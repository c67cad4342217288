"""Sentences of codes A3##: the demonstration, its script and its clock."""

SENTENCES: dict[str, str] = {
    "A300": "Nothing of the name {what} is there to act on, so this step of the script was passed over. Move the clock back to build the demonstration anew.",
    "A301": "The clock of the demonstration is moving already. Wait until it has arrived, then move it again.",
    "A302": "Somebody else has moved the clock of the demonstration since this page was made. Look at the time that it shows now, then move it again.",
    "A303": "That instant lies before the one that the clock shows. Going back builds the demonstration anew: use “Go back” on the page “Move the clock”.",
    "A304": "The script of the demonstration goes from {first} to {last}. Choose an instant between the two.",
    "A306": "The demonstration was built with the seed {seed}, not {wanted}. Add --anew to build it with the other; what was tried out in it is lost.",
    "A305": "The demonstration is not loaded. Load it with `legation demo`.",
}
