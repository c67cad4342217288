"""Sentences of codes M1##: matters, their owners, decisions and meetings."""

SENTENCES: dict[str, str] = {
    "M101": "The matter is {matter_state}; for this step it must be {wanted_matter}. Open it to see what comes next.",
    "M102": "Only people of the central commission and of the ministry at home settle matters. Write a remark, or call headquarters.",
    "M103": "Only an owner of the matter does this. Take it for your institution first, or ask its owner.",
    "M104": "The matter is yours already. Nothing needs to be done.",
    "M105": "This is no option of the matter; it has {options}. Write the option first, then propose it.",
    "M106": "A matter is closed when it is said what it changed. Name the record, station or paper, or write that nothing changed and why.",
    "M107": "A matter is opened again for a reason. Write it.",
    "M108": "{given} has passed already. Enter an instant that is still to come.",
    "M109": "A matter needs a title and a text: what is wrong, where, since when. Enter what is missing.",
    "M110": "{link} is nothing that a matter can change. Write the number of a record of this log, or station:, mission:, paper: and a code.",
    "M111": "No open matter stands on the agenda and none was settled since the last meeting. Minutes would say nothing.",
    "M112": "These minutes are signed by both institutions and do not change. Draw up those of the next meeting.",
    "M113": "The minutes that you saw are not those that stand now. Read them again, then sign.",
    "M114": "There is no mission {mission}. Choose one of the list, or leave the field empty.",
}
