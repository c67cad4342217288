"""Sentences of codes C2##: the tasks of the action plan."""

SENTENCES: dict[str, str] = {
    "C201": "`{word}` in `{key}` is no task of this lawbook. Write `{near}`.",
    "C202": "`{word}` in `{key}` is no task of this lawbook. Add it as [[tasks]] or choose one of: {known}.",
    "C203": "`{word}` in `{key}` is no rule of escalation. Write `{near}`.",
    "C204": "`{word}` in `{key}` is no rule of escalation. Add it as [[escalations]] or choose one of: {known}.",
    "C205": "Headquarters are told after {headquarters} working days, the superior after {superior}. "
    "Let headquarters be told on the same day or later.",
    "C206": 'The basis is `{basis}` and the source "{source}". What nobody read is assumed in both; '
    "what was read names its source and is `article` or `practice`. Correct one of them.",
    "C210": "These tasks wait for one another in a circle: {circle}. Take one out of the others' `after`.",
    "C211": "The task is {task_state}; for this step it must be {wanted_task}. Open the task to see what comes next.",
    "C212": "Nobody is asked to accept this task: it is finished when it is reported done. Leave it as it is.",
    "C213": "Whoever reported a task done does not accept it. Ask a colleague to look at it.",
    "C214": "This step needs its reason. Write it in a sentence.",
    "C215": "The plan asks for evidence that this task is done. Say what shows it: the number of a letter, a record, "
    "who received it.",
    "C216": "Every task of the lawbook stands in the action plan already. Change single tasks, with a reason.",
    "C217": "The lawbook has no tasks, so there is no plan to approve. Add [[tasks]] and have the new version adopted.",
    "C218": "This task belongs to {body}, for which the role does not act. Ask them, or act in a role that does.",
    "C219": "The task is due on {due} already. Choose another day, or leave it.",
    "C220": "Nobody of the code {person} can do this task. Write the code of a person who acts for its owner.",
    "C221": "At none of the missions chosen can this be reported done. Choose missions where it is still to do.",
    "C222": "At none of the missions chosen does this wait for your acceptance. Choose missions where another person "
    "reported it done.",
}
