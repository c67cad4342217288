// Whether each station is open, opens soon, is not yet open or has closed, and the words that say so.
import { fill, home, now, onClock, onDay, rest, words } from "./clock.js";

const SOON = 2 * 3600000;

export function windowsOf(element) {
  return element.dataset.windows.split(" ").filter(Boolean).map((one) => one.split("/").map((at) => Date.parse(at)));
}

export function stateOf(windows) {
  const at = now();
  const open = windows.find(([opens, closes]) => opens <= at && at < closes);
  if (open) return { state: "open", until: open[1] };
  const next = windows.find(([opens]) => opens > at);
  if (!next) return { state: "closed" };
  return { state: next[0] - at <= SOON ? "opens_soon" : "not_yet", opens: next[0] };
}

export function shape(state) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", `shape shape-${state}`);
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#shape-${state}`);
  svg.append(use);
  return svg;
}

function said({ state, until, opens }, zone) {
  if (state === "open") return fill(words.open, { time: onClock(until, zone) });
  if (state === "opens_soon") return fill(words.opens_soon, { rest: rest(opens) });
  if (state === "not_yet") return fill(words.not_yet, { time: `${onDay(opens, zone)}, ${onClock(opens, zone)}` });
  return words.closed;
}

function tag(holder, found, zone) {
  const text = document.createElement("span");
  text.textContent = said(found, zone);
  holder.className = `tag tag-${found.state}`;
  holder.replaceChildren(shape(found.state), text);
  holder.hidden = false;
}

function count(stations) {
  const counts = { open: 0, opens_soon: 0, not_yet: 0, closed: 0 };
  const seen = new Set();
  for (const [element, found] of stations) {
    if (seen.has(element.dataset.station)) continue;
    seen.add(element.dataset.station);
    counts[found.state] += 1;
  }
  return { counts, all: seen.size };
}

/** Heading, counts and the instant they stand for: only on pages that hold every station. */
function tell({ counts, all }) {
  for (const element of document.querySelectorAll("[data-count]")) element.textContent = counts[element.dataset.count];
  for (const element of document.querySelectorAll("[data-counts]")) element.hidden = false;
  for (const element of document.querySelectorAll("[data-open-now]")) element.textContent = fill(words.openNow, { open: counts.open, all });
  const at = `${onDay(now(), home.zone)}, ${onClock(now(), home.zone)} ${home.place} (${onClock(now(), "UTC")} UTC)`;
  for (const element of document.querySelectorAll("[data-as-of]")) element.textContent = at;
}

export function showStates() {
  const stations = [...document.querySelectorAll("[data-station]")].map((element) => [element, stateOf(windowsOf(element))]);
  for (const [element, found] of stations) {
    element.dataset.state = found.state;
    const holder = element.querySelector("[data-tag]");
    if (holder) tag(holder, found, element.dataset.zone);
    element.querySelector("[data-shape]")?.replaceChildren(shape(found.state));
  }
  for (const sign of document.querySelectorAll("[data-sign]")) {
    const { state } = stateOf(windowsOf(sign));
    const use = sign.querySelector("use");
    use.setAttribute("href", `#shape-${state}`);
    use.setAttribute("class", `shape-${state}`);
  }
  for (const column of document.querySelectorAll("[data-state-column]")) column.hidden = false;
  if (stations.length && document.querySelector("[data-open-now]")) tell(count(stations));
}
