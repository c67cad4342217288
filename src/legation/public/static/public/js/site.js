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

// The same page in another language shows the same: what was asked of it, and the place in it.
function keepPlace() {
  for (const link of document.querySelectorAll(".tongues a[data-same]")) {
    const target = new URL(link.href);
    target.search = location.search;
    target.hash = location.hash;
    link.href = target.href;
  }
}

function show() {
  showStates();
  showPictures();
}

offerInstants();
keepPlace();
addEventListener("hashchange", keepPlace);
show();
showReaderZone(document);
offerNearest();
setInterval(show, 20000);
