// A third zone beside <time data-reader-zone>: the reader's own clock, only where it differs from every time shown.
// The page brings pattern and names of days: browsers do not know every language that the pages speak.

const two = (number) => String(number).padStart(2, "0");

function dayInWords(instant, words) {
  const months = words.dayMonths.split("|");
  const names = words.dayNames.split("|");
  const parts = { d: instant.getDate(), MMM: months[instant.getMonth()], E: names[(instant.getDay() + 6) % 7] };
  return words.dayPattern.replace(/MMM|ccc|E|d/g, (part) => parts[part === "ccc" ? "E" : part]);
}

export function showReaderZone(root) {
  const words = document.body.dataset;
  for (const element of root.querySelectorAll("time[data-reader-zone]")) {
    const instant = new Date(element.dateTime);
    const hour = `${two(instant.getHours())}:${two(instant.getMinutes())}`;
    if (Number.isNaN(instant.getTime()) || element.textContent.includes(hour)) continue;
    const beside = document.createElement("span");
    beside.className = "reader-zone";
    beside.textContent = `${dayInWords(instant, words)}, ${hour} ${words.readerWords}`;
    element.append(beside);
  }
}
