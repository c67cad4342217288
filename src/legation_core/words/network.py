"""Sentences of codes N###: stations, catchments, numbers."""

SENTENCES: dict[str, str] = {
    "N101": "{registered} registered voters is less than none. Correct the count.",
    "N102": "The station would have {voters} voters; the law allows at most {limit} ({source}). "
    "Create another station and divide the voters.",
    "N103": "The station would have {voters} voters; the law asks for at least {limit} ({source}). "
    "Create fewer stations, or leave these voters to a neighbouring one.",
    "N104": "{voters} voters cannot be divided over {stations} stations. "
    "Give at least one station and a count from 0 up.",
    "N201": '"{country}" is no country or territory of ISO 3166-1. Write its two capital letters, such as DE.',
    "N202": "{country} is the home country, where no station abroad serves anybody. Remove the entry.",
    "N203": '"{region}" is not among the regions into which {country} is divided. '
    "Correct its spelling, or add it to the regions of the country.",
    "N204": "No station serves this place and no reason is given. Write the reason: it is published.",
    "N205": "The whole country and its regions {regions} are entered side by side. "
    "Enter either the country, or each of its regions.",
    "N206": "No station serves this place, and it is not said why. Give it to a station, or enter the reason.",
    "N207": "Stations of several missions claim this place: {stations}. Leave it to one, or divide it into regions.",
    "N208": "Said to be served by no station, yet claimed by {stations}. Remove one of the two.",
    "N301": "Number {number} of district {district} is below 1. Give a number from 1 up.",
    "N302": "These stations share number {number} of district {district}, which names one station only. "
    "Give the others a free number.",
    "N303": "District {district} carries {stations} stations abroad but the lawbook does not let it carry any. "
    "Attach them to a district that may, or correct the lawbook.",
    "N304": "District {district} carries {voters} voters and must stay below {limit} ({source}). "
    "Attach a station to another district.",
    "N305": "District {district} carries {voters} voters and should stay below {limit}, a limit that was not read "
    "in the law but assumed. Attach a station to another district, or record why it stays.",
    "N401": "{election} on {day} is not earlier than this election. Leave it out, or correct its day.",
    "N402": "{number} is less than none. Correct the number.",
    "N403": "No source is named for {election}. Write the address of a page that says so.",
    "N404": "{election} is on {day} here and on {other} above. Correct one of the two days.",
    "N405": "The same source says this of {election} twice. Leave one of the two lines out.",
}
