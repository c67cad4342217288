"""Sentences of codes D###: headquarters, their members, the rota of duty, handing over."""

SENTENCES: dict[str, str] = {
    "D101": "A shift ends after it begins. Correct one of the two instants.",
    "D102": "Nobody is named to fill these hours. Choose at least one member.",
    "D103": "The institution has no {unit} yet. Enter the order by which it was established first.",
    "D104": "The institution has a {unit} in force already. Change its members, not its establishment.",
    "D105": "You act for {bodies}, and this belongs to another institution, which keeps it itself. Ask it to.",
    "D106": "A member needs a name and a function. Enter both.",
    "D107": "The person {person} has no account here. Leave the code empty, or let the person be invited first.",
    "D108": "This member has left already. Choose a member who serves now.",
    "D109": "A counterpart is a member of the other institution. Choose one of its members.",
    "D110": "Only who is on duty in this shift hands it over. Ask that person to, or hand over a shift of your own.",
    "D111": "This shift has not begun yet, so there is nothing to hand over. Come back when it runs.",
    "D112": "That shift is not there when this one ends. Choose one that is, or fill the hour in the rota first.",
    "D113": "The shift is taken over by whoever comes, in person. Ask that person to sign in and confirm it.",
    "D114": "This shift has been handed over already. Its hand-over stands on its page.",
    "D115": "An entry says who called or was told what. Write the text.",
    "D116": "This entry is closed already. Write a new one if something came after.",
    "D117": "Closing an entry needs its outcome, because whoever comes next reads only that. Write it down.",
    "D118": "This shift was handed over, so it stays in the rota as it was. Change the later ones.",
    "D119": "The order is dated {given}, which is still to come. Enter the date that stands on the order.",
}
