// Keeps a page up to date that says so: asks again by its version, and puts what changed in place of what stood there.
const EVERY = 30_000;

/**
 * Asks as long as the page is looked at. Parts carry `data-part`; one in which somebody works is left as it is.
 * `prepare` does to what comes what was done to the page when it was opened.
 */
export function keepUpToDate(page, prepare) {
  const whole = page.querySelector("[data-version]");
  if (!whole) return;
  const every = Number(whole.dataset.every) || EVERY;
  let version = whole.dataset.version;
  let asking = false;

  async function ask() {
    if (asking || page.visibilityState === "hidden") return;
    asking = true;
    try {
      const headers = { "If-None-Match": `"${version}"`, "X-Asks-Again": "yes" };
      const answer = await fetch(page.location.href, { headers, cache: "no-store", redirect: "error" });
      if (answer.status !== 200) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      const now = fresh.querySelector("[data-version]");
      if (!now) return;
      version = now.dataset.version;
      prepare(fresh);
      replaceParts(page, fresh);
    } catch {
      // The line dropped, or the session ended: the page stays as it is and asks again later.
    } finally {
      asking = false;
    }
  }
  setInterval(ask, every);
  page.addEventListener("visibilitychange", ask);
}

/** Puts each part of `fresh` in place where it differs; a part that is new or gone waits for the next visit. */
export function replaceParts(page, fresh) {
  for (const part of page.querySelectorAll("[data-part]")) {
    const now = fresh.querySelector(`[data-part="${part.dataset.part}"]`);
    if (!now || part.innerHTML === now.innerHTML || part.contains(page.activeElement)) continue;
    part.replaceChildren(...now.childNodes);
  }
}
