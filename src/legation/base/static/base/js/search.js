// The search box for places: country, city or mission in any spelling, found in the page's own index; nothing is sent.
//   <div data-search="en/places.txt" data-pages="en/" data-words='{...}'> with a link to the alphabetical list inside,
// which stays. Combobox with a listbox (ARIA Authoring Practices). Words: label, hint, none, found ("{n} places").

const MOST = 8;
const APOSTROPHES = /['`´’‘‛ʹʻʼʽʾʿˈˊˋ՚׳＇]/gu;
const LETTERS = new Map(
  Object.entries({
    æ: "ae", œ: "oe", þ: "th", ĳ: "ij", ŋ: "n", ĸ: "k", ſ: "s", ß: "ss", ə: "e", ǝ: "e", ɛ: "e", ı: "i", ɩ: "i", ɨ: "i",
    ł: "l", ƚ: "l", ø: "o", ɔ: "o", ɵ: "o", đ: "d", ð: "d", ɖ: "d", ɗ: "d", ħ: "h", ŧ: "t", ƭ: "t", ʈ: "t", ɓ: "b",
    ƀ: "b", ƈ: "c", ƙ: "k", ɠ: "g", ǥ: "g", ɣ: "g", ɲ: "n", ƞ: "n", ƥ: "p", ƒ: "f", ʋ: "v", ƴ: "y", ɏ: "y", ƶ: "z",
    ȥ: "z", ʒ: "z", ʉ: "u", ɐ: "a", ⱥ: "a", ƣ: "gh", ё: "е", ς: "σ",
  }),
);
const LOSES_MARKS = /^[\p{ASCII}\p{Script=Latin}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}]$/u;

function digit(character) {
  let value = 0;
  for (let code = character.codePointAt(0); value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - 1)); code -= 1) value += 1;
  return String(value);
}

// The same key as `legation_core.register.folding.fold`; a test compares the two.
export function fold(text) {
  const small = text.slice(0, 1600).replace(APOSTROPHES, "").normalize("NFKD").toLowerCase().normalize("NFKD").replace(APOSTROPHES, "");
  let kept = "";
  let strips = true;
  for (const one of small) {
    if (/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/u.test(one) && !/\s/u.test(one)) continue;
    if (/\p{M}/u.test(one)) {
      kept += strips ? "" : one;
      continue;
    }
    const letter = /\p{Nd}/u.test(one) ? digit(one) : /[\p{L}\p{N}]/u.test(one) ? one : " ";
    kept += letter;
    strips = LOSES_MARKS.test(letter);
  }
  const letters = [...kept.normalize("NFC")].map((one) => LETTERS.get(one) ?? one).join("");
  return letters.split(/\s+/u).filter(Boolean).join(" ").slice(0, 400).trimEnd();
}

export function read(text) {
  const places = text.split("\n").filter(Boolean).map((line) => {
    const [target, label, keys = ""] = line.split("\t");
    const [country, station] = target.split("/");
    const all = [fold(label), ...keys.split("|").filter(Boolean)];
    return { country, label, keys: all, isCountry: station === undefined, path: station ? `stations/${station}/` : `countries/${country}/` };
  });
  const names = new Map(places.filter((place) => place.isCountry).map((place) => [place.country, place.label]));
  for (const place of places) place.beside = place.isCountry ? "" : (names.get(place.country) ?? "");
  return places;
}

function rank(place, typed, words) {
  if (place.keys.includes(typed)) return place.isCountry ? 0 : 1;
  if (place.keys.some((key) => key.startsWith(typed))) return place.isCountry ? 2 : 3;
  const parts = place.keys.flatMap((key) => key.split(" "));
  return words.every((word) => parts.some((part) => part.startsWith(word))) ? 4 : 9;
}

export function find(places, text) {
  const typed = fold(text);
  if (!typed) return [];
  const words = typed.split(" ");
  const ranked = places.map((place) => [rank(place, typed, words), place]).filter(([at]) => at < 9);
  ranked.sort(([one, a], [other, b]) => one - other || a.label.localeCompare(b.label, document.documentElement.lang));
  const seen = new Set();
  return ranked.map(([, place]) => place).filter((place) => {
    const same = `${place.label} ${place.path}`;
    return !seen.has(same) && seen.add(same);
  }).slice(0, MOST);
}

function element(name, attributes, text = "") {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}

class Box {
  constructor(root) {
    this.root = root;
    this.words = JSON.parse(root.dataset.words);
    this.shown = [];
    this.at = -1;
    this.input = element("input", { id: "place", class: "search-input", type: "text", role: "combobox", autocomplete: "off", spellcheck: "false", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "places", "aria-describedby": "place-hint" });
    this.list = element("ul", { id: "places", class: "search-list", role: "listbox", "aria-label": this.words.label, hidden: "" });
    this.told = element("p", { class: "unseen", role: "status" });
    const label = element("label", { for: "place", class: "search-label" }, this.words.label);
    const hint = element("p", { id: "place-hint", class: "search-hint" }, this.words.hint);
    root.prepend(label, hint, this.input, this.list, this.told);
    this.input.addEventListener("input", () => this.search());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("focus", () => this.load(), { once: true });
    root.addEventListener("focusout", (event) => root.contains(event.relatedTarget) || this.close());
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => this.go(this.shown[[...this.list.children].indexOf(event.target.closest("li"))]));
  }

  load() {
    this.places ??= fetch(this.root.dataset.search).then(async (answer) => (answer.ok ? read(await answer.text()) : []));
    return this.places;
  }

  async search() {
    const typed = this.input.value;
    const places = await this.load();
    if (typed !== this.input.value) return;
    this.shown = find(places, typed);
    this.at = -1;
    this.list.replaceChildren(...this.shown.map((place, index) => this.option(place, index)));
    const empty = fold(typed) === "";
    if (!empty && !this.shown.length) this.list.replaceChildren(element("li", { class: "search-none" }, this.words.none));
    this.told.textContent = empty ? "" : this.shown.length ? this.words.found.replace("{n}", this.shown.length) : this.words.none;
    this.open(!empty);
  }

  option(place, index) {
    const made = element("li", { id: `place-${index}`, role: "option", "aria-selected": "false" }, place.label);
    if (place.beside && place.beside !== place.label) made.append(" ", element("span", { class: "second" }, place.beside));
    return made;
  }

  open(whether) {
    this.list.hidden = !whether;
    this.list.setAttribute("role", this.shown.length ? "listbox" : "presentation");
    this.input.setAttribute("aria-expanded", String(whether && this.shown.length > 0));
    this.input.removeAttribute("aria-activedescendant");
  }

  close() {
    this.at = -1;
    this.open(false);
  }

  mark(at) {
    const options = [...this.list.children];
    options[this.at]?.setAttribute("aria-selected", "false");
    this.at = (at + options.length) % options.length;
    options[this.at].setAttribute("aria-selected", "true");
    options[this.at].scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", `place-${this.at}`);
  }

  async key(event) {
    if (event.key === "Escape") {
      this.close();
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (this.list.hidden) await this.search();
      this.go(this.shown[Math.max(this.at, 0)]);
    } else if (["ArrowDown", "ArrowUp"].includes(event.key) && this.shown.length) {
      event.preventDefault();
      if (this.list.hidden) this.open(true);
      this.mark(event.key === "ArrowDown" ? this.at + 1 : this.at < 0 ? -1 : this.at - 1);
    }
  }

  go(place) {
    if (place) location.assign(this.root.dataset.pages + place.path);
  }
}

for (const root of document.querySelectorAll("[data-search]")) new Box(root);
