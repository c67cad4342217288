// The time: the machine's, or in a demonstration the one that was asked for or that the server tells.

const asked = new URLSearchParams(location.search).get("now");
const demonstration = document.body.hasAttribute("data-demonstration");

function told() {
  const entry = performance.getEntriesByType("navigation")[0];
  const timing = entry && entry.serverTiming ? [...entry.serverTiming].find((one) => one.name === "now") : null;
  return timing ? Date.parse(timing.description) : NaN;
}

function shift() {
  if (!demonstration) return 0;
  if (asked) sessionStorage.setItem("now", asked);
  const wanted = Date.parse(sessionStorage.getItem("now") || "");
  const start = Number.isNaN(wanted) ? told() : wanted;
  return Number.isNaN(start) ? 0 : start - Date.now();
}

const shifted = shift();
export const words = JSON.parse(document.body.dataset.words);
export const now = () => Date.now() + shifted;

export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
}

/** `12 h 5 min` until an instant; days from two days on. */
export function rest(until) {
  const minutes = Math.max(0, Math.floor((until - now()) / 60000));
  const [days, hours, left] = [Math.floor(minutes / 1440), Math.floor(minutes / 60), minutes % 60];
  if (hours >= 48) return `${fill(words.days, { n: days })} ${fill(words.hours, { n: hours % 24 })}`;
  if (!hours) return fill(words.minutes, { n: left });
  return left ? `${fill(words.hours, { n: hours })} ${fill(words.minutes, { n: left })}` : fill(words.hours, { n: hours });
}

export function onClock(instant, zone) {
  return new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone }).format(instant);
}

/** `Wed 7 Feb` in the page's language, whatever languages the browser knows. */
export function onDay(instant, zone) {
  const parts = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "numeric", timeZone: zone }).formatToParts(instant);
  const part = (type) => parts.find((one) => one.type === type).value;
  const { dayPattern, dayMonths, dayNames } = document.body.dataset;
  const days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
  const values = { d: Number(part("day")), MMM: dayMonths.split("|")[part("month") - 1], E: dayNames.split("|")[days.indexOf(part("weekday"))] };
  return dayPattern.replace(/E+|M+|d+/g, (token) => values[token[0] === "M" ? "MMM" : token[0]]);
}

export const home = { zone: document.body.dataset.homeZone, place: document.body.dataset.homePlace };
