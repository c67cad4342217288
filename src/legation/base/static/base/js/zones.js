// A third zone beside <time data-reader-zone="ZONE ZONE">: the reader's own clock, only where it differs from those zones.

function onClock(instant, zone) {
  const parts = { day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone };
  return new Intl.DateTimeFormat("en-GB", parts).format(instant);
}

function isShown(instant, zones) {
  const own = onClock(instant);
  try {
    return zones.some((zone) => onClock(instant, zone) === own);
  } catch {
    return false; // an old browser that does not know the zone
  }
}

function onDay(instant, zone) {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "short", timeZone: zone }).format(instant);
}

function inWords(instant, language, sameDay) {
  const day = { weekday: "short", day: "numeric", month: "short" };
  const hour = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, sameDay ? hour : { ...day, ...hour }).format(instant);
}

function inReadersWords(opens, closes, zone, language) {
  const sameDay = zone && onDay(opens) === onDay(opens, zone);
  const until = closes ? `–${inWords(closes, language, onDay(closes) === onDay(opens))}` : "";
  return inWords(opens, language, sameDay) + until;
}

export function showReaderZone(root) {
  const language = document.documentElement.lang || "en";
  const words = document.body.dataset.readerWords || "";
  for (const element of root.querySelectorAll("time[data-reader-zone]")) {
    const instant = new Date(element.dateTime);
    const closes = element.dataset.closes ? new Date(element.dataset.closes) : null;
    const zones = element.dataset.readerZone.split(" ").filter(Boolean);
    if (Number.isNaN(instant.getTime()) || isShown(instant, zones)) continue;
    const beside = document.createElement("span");
    beside.className = "reader-zone";
    beside.textContent = `${inReadersWords(instant, closes, zones[0], language)} ${words}`;
    element.append(beside);
  }
}
