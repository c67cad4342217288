// The nearest stations first. The place is asked of the device and stays on it.
import { fill, words } from "./clock.js";

function kilometres(one, other) {
  const [lat, lon, latThere, lonThere] = [...one, ...other].map((degrees) => (degrees * Math.PI) / 180);
  const half = Math.sin((latThere - lat) / 2) ** 2 + Math.cos(lat) * Math.cos(latThere) * Math.sin((lonThere - lon) / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.sqrt(half));
}

function order(table, here) {
  const rows = [...table.tBodies[0].rows].map((row) => {
    const place = [Number(row.dataset.latitude), Number(row.dataset.longitude)];
    return { row, far: row.dataset.latitude ? kilometres(here, place) : Infinity };
  });
  rows.sort((one, other) => one.far - other.far);
  for (const { row, far } of rows) {
    if (far !== Infinity) row.querySelector("[data-away]").textContent = fill(words.away, { n: far < 10 ? Math.round(far) : Math.round(far / 10) * 10 });
    table.tBodies[0].append(row);
  }
}

export function offerNearest() {
  const [holder, table] = [document.querySelector("[data-near]"), document.querySelector("[data-list]")];
  if (!holder || !table || !navigator.geolocation) return;
  holder.hidden = false;
  const says = holder.querySelector("[data-near-says]");
  holder.querySelector("button").addEventListener("click", () => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => order(table, [coords.latitude, coords.longitude]),
      () => { says.textContent = words.nowhere; says.setAttribute("role", "status"); },
    );
  });
}
