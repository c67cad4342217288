// What script adds to pages that work without it: GOV.UK components' own help, and the reader's zone beside instants.
import { createAll, Button, CharacterCount, Checkboxes, ErrorSummary, PasswordInput, Radios } from "../../vendor/govuk/govuk.js";
import { keepDrafts } from "./drafts.js";
import { keepUpToDate } from "./live.js";
import { showReaderZone } from "./zones.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
for (const component of [Button, CharacterCount, Checkboxes, ErrorSummary, PasswordInput, Radios]) createAll(component);
showReaderZone(document);
keepUpToDate(document, showReaderZone);
keepDrafts(document);
