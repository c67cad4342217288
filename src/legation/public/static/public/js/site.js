// What script adds to pages that say everything without it: states, "now", countdowns, the reader's own clock.
import { showReaderZone } from "../../base/js/zones.js";
import { offerNearest } from "./near.js";
import { showPictures } from "./pictures.js";
import { showStates } from "./states.js";

function offerInstants() {
  const holder = document.querySelector("[data-when]");
  if (!holder) return;
  const [first, last] = [Date.parse(document.body.dataset.first), Date.parse(document.body.dataset.last)];
  const instants = { before: first - 7200000, during: first + 16 * 3600000, after: last + 3600000 };
  for (const link of holder.querySelectorAll("[data-at]")) {
    link.href = `?now=${new Date(instants[link.dataset.at]).toISOString().slice(0, 16)}Z`;
  }
  holder.hidden = false;
}

function show() {
  showStates();
  showPictures();
}

offerInstants();
show();
showReaderZone(document);
offerNearest();
setInterval(show, 20000);
