// A third zone beside <time data-reader-zone>: the reader's own clock, only where it differs from every time already shown.

function inReaderZone(instant, language) {
  const form = { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, form).format(instant);
}

function readersHour(instant) {
  const two = (number) => String(number).padStart(2, "0");
  return `${two(instant.getHours())}:${two(instant.getMinutes())}`;
}

export function showReaderZone(root) {
  const language = document.documentElement.lang || "en";
  const words = document.body.dataset.readerWords || "";
  for (const element of root.querySelectorAll("time[data-reader-zone]")) {
    const instant = new Date(element.dateTime);
    if (Number.isNaN(instant.getTime()) || element.textContent.includes(readersHour(instant))) continue;
    const beside = document.createElement("span");
    beside.className = "reader-zone";
    beside.textContent = `${inReaderZone(instant, language)} ${words}`;
    element.append(beside);
  }
}
