// "Now" in the drawings, the countdown, and what opens and closes next.
import { fill, home, now, onClock, onDay, rest, words } from "./clock.js";
import { shape, stateOf, windowsOf } from "./states.js";

function lineAt(picture, share) {
  for (const line of picture.querySelectorAll("[data-now-line]")) {
    line.toggleAttribute("data-off", share === null);
    for (const one of line.querySelectorAll("line")) for (const end of ["x1", "x2"]) one.setAttribute(end, `${share ?? 0}%`);
  }
  for (const tag of picture.querySelectorAll("[data-now-tag]")) {
    tag.toggleAttribute("data-off", share === null);
    tag.firstElementChild.setAttribute("x", `${share ?? 0}%`);
    tag.querySelector("text").textContent = fill(words.now, { time: onClock(now(), home.zone) });
  }
}

function bar(svg, first, length) {
  const [opens, closes] = svg.dataset.bar.split("/").map((at) => Date.parse(at));
  const { state } = stateOf([[opens, closes]]);
  const share = (at) => ((at - first) / length) * 100;
  const gone = Math.min(Math.max(now(), opens), closes);
  svg.setAttribute("class", `day-bar day-bar-${state}`);
  const [past, left] = svg.querySelectorAll("rect");
  past.setAttribute("width", `${share(gone) - share(opens)}%`);
  left.setAttribute("x", `${share(gone)}%`);
  left.setAttribute("width", `${share(closes) - share(gone)}%`);
  const near = gone > opens && gone < closes && gone - opens < (closes - opens) * 0.4;
  for (const label of svg.querySelectorAll("[data-bar-label]")) label.setAttribute("x", `${share(near ? gone : opens)}%`);
  svg.querySelector(".bar-shape").setAttribute("href", `#shape-${state}`);
}

function picture(element) {
  const [first, last] = [Date.parse(element.dataset.pictureFirst), Date.parse(element.dataset.pictureLast)];
  const share = ((now() - first) / (last - first)) * 100;
  lineAt(element, share >= 0 && share <= 100 ? share : null);
  element.querySelector("[data-gone]")?.setAttribute("width", `${Math.min(Math.max(share, 0), 100) * 10}`);
  for (const svg of element.querySelectorAll("[data-bar]")) bar(svg, first, last - first);
}

function figure(holder, until) {
  const parts = rest(until).match(/\d+|\D+/g) || [];
  holder.replaceChildren(...parts.map((part) => {
    const one = document.createElement(/\d/.test(part) ? "span" : "small");
    one.textContent = /\d/.test(part) ? part : part.trim();
    return one;
  }));
}

function line(name, value) {
  const item = document.createElement("li");
  const [label, time] = [document.createElement("span"), document.createElement("b")];
  [label.textContent, time.textContent] = [name, value];
  item.append(label, time);
  return item;
}

function countdown() {
  const holder = document.querySelector("[data-countdown]");
  if (!holder) return;
  const [first, last] = [Date.parse(document.body.dataset.first), Date.parse(document.body.dataset.last)];
  const label = document.querySelector("[data-countdown-label]");
  if (now() >= last) {
    label.textContent = words.ended;
    return;
  }
  label.textContent = now() < first ? words.begins : words.ends;
  figure(holder, now() < first ? first : last);
}

function stationClock() {
  for (const box of document.querySelectorAll("[data-station-clock]")) {
    const found = stateOf(windowsOf(box));
    if (found.state !== "closed") {
      box.querySelector("[data-clock-label]").textContent = found.state === "open" ? words.openFor : words.opensFrom;
      figure(box.querySelector("[data-clock-figure]"), found.state === "open" ? found.until : found.opens);
    }
    const clocks = box.querySelector("[data-clocks]");
    const zones = [[box.dataset.place, box.dataset.zone], [home.place, home.zone]].filter(([, zone], place, all) => all.findIndex(([, other]) => other === zone) === place);
    clocks.replaceChildren(...zones.map(([place, zone]) => line(fill(words.nowIn, { place }), `${onDay(now(), zone)}, ${onClock(now(), zone)}`)));
    clocks.hidden = false;
  }
}

function events() {
  let shown = 0;
  for (const row of document.querySelectorAll("[data-event]")) {
    const at = Date.parse(row.dataset.event);
    row.hidden = at <= now() || shown >= 8;
    if (row.hidden) continue;
    shown += 1;
    const holder = row.querySelector("[data-event-words]");
    const text = document.createElement("span");
    text.textContent = fill(row.dataset.kind === "opens" ? words.opensIn : words.closesIn, { rest: rest(at) });
    holder.replaceChildren(shape(row.dataset.kind === "opens" ? stateOf([[at, at]]).state : "open"), text);
    holder.className = "state";
  }
  const table = document.querySelector("[data-events]");
  if (table) table.hidden = shown === 0;
}

function readersHours() {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  for (const line of document.querySelectorAll("[data-reader-hours]")) {
    const [opens, closes] = line.dataset.readerHours.split("/").map((at) => Date.parse(at));
    const known = line.dataset.shownZones.split(" ").some((other) => onClock(opens, other) === onClock(opens, zone));
    line.hidden = known;
    line.querySelector("dt").dataset.label ??= line.querySelector("dt").textContent;
    line.querySelector("dt").textContent = `${line.querySelector("dt").dataset.label}, ${onDay(opens, zone)}`;
    line.querySelector("dd").textContent = `${onClock(opens, zone)}–${onClock(closes, zone)}`;
  }
}

export function showPictures() {
  for (const element of document.querySelectorAll("[data-picture]")) picture(element);
  countdown();
  stationClock();
  events();
  readersHours();
  for (const clock of document.querySelectorAll("[data-home-clock]")) clock.textContent = `${onClock(now(), home.zone)} ${home.place}`;
  for (const row of document.querySelectorAll("[data-due]")) row.classList.toggle("is-gone", Date.parse(row.dataset.due) <= now());
}
