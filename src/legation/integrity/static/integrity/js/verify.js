// Checks one record of a published log in the reader's browser, with Web Crypto, from the same files that anyone may copy.
// Written from docs/log-format.md. It asks the page for nothing but:
//   <form data-verify data-log="../../log/" data-key="NAME+ID+KEY" data-words="{...}"> with an input named `record`
//   and perhaps one named `key`; an <ol data-steps> and a <p data-verdict role="status"> inside it, and perhaps a
//   <p data-offered hidden> with links <a data-offer="receipt"> and <a data-offer="record">, to keep both as files.
//   `data-without-receipts` on the form says that the log publishes none: none is asked for.
// No request leaves the site. Octets of the log are shown as text, never as markup.

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const WIDTH = 256;

class Refusal extends Error {}

export function demand(holds, why) {
  if (!holds) throw new Refusal(why);
}

function octetsOf(text) {
  return new TextEncoder().encode(text);
}

const inBase64 = (octets) => btoa(String.fromCharCode(...octets));

function base64(text) {
  let octets;
  try {
    octets = Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
  } catch {
    throw new Refusal("malformed");
  }
  demand(inBase64(octets) === text, "malformed");
  return octets;
}

export function utf8(octets) {
  try {
    return decoder.decode(octets);
  } catch {
    throw new Refusal("malformed");
  }
}

export const hex = (octets) => [...octets].map((one) => one.toString(16).padStart(2, "0")).join("");
const equal = (one, other) => hex(one) === hex(other);

export async function sha256(...parts) {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let place = 0;
  for (const part of parts) {
    whole.set(part, place);
    place += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest("SHA-256", whole));
}

const leafHash = (leaf) => sha256(Uint8Array.of(0), leaf);
const node = (left, right) => sha256(Uint8Array.of(1), left, right);

// --- the key and signed notes

async function readKey(line) {
  const [name, id, ...rest] = line.trim().split("+");
  const octets = base64(rest.join("+"));
  demand(octets.length === 33 && octets[0] === 1 && name && !/\s/u.test(name), "key");
  const own = (await sha256(octetsOf(name), Uint8Array.of(10), octets)).slice(0, 4);
  demand(hex(own) === id, "key");
  return { name, id: own, octets: octets.slice(1) };
}

function readNote(text) {
  const gap = text.lastIndexOf("\n\n");
  const lines = text.slice(0, gap).split("\n");
  const below = text.slice(gap + 2).split("\n");
  demand(gap > 0 && lines.length >= 3 && lines.every((line) => line) && below.pop() === "" && below.length, "malformed");
  demand(/^(0|[1-9][0-9]{0,14})$/.test(lines[1]), "malformed");
  const root = base64(lines[2]);
  demand(root.length === 32, "malformed");
  const signatures = below.map((line) => {
    const [dash, name, encoded, ...more] = line.split(" ");
    demand(dash === "\u2014" && name && encoded && !more.length, "malformed");
    const octets = base64(encoded);
    return { name, id: octets.slice(0, 4), signature: octets.slice(4) };
  });
  return { origin: lines[0], size: Number(lines[1]), root, text: `${text.slice(0, gap)}\n`, signatures };
}

async function canCheckSignatures() {
  try {
    await crypto.subtle.importKey("raw", new Uint8Array(32).fill(0x66, 1).fill(0x58, 0, 1), "Ed25519", false, ["verify"]);
    return true;
  } catch {
    return false;
  }
}

async function isSigned(note, key) {
  const own = note.signatures.filter((line) => line.name === key.name && equal(line.id, key.id));
  const imported = await crypto.subtle.importKey("raw", key.octets, "Ed25519", false, ["verify"]);
  for (const line of own) {
    demand(await crypto.subtle.verify("Ed25519", imported, line.signature, octetsOf(note.text)), "signature_bad");
  }
  return own.length > 0 && note.origin === key.name;
}

// --- files of the log

function tilePath(level, number, width) {
  const digits = String(number);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, "0").match(/.{3}/g);
  const last = groups.pop();
  return `tile/${level}/${groups.map((group) => `x${group}/`).join("")}${last}${width < WIDTH ? `.p/${width}` : ""}`;
}

class Log {
  constructor(address, size = 0) {
    this.address = address;
    this.size = size;
    this.files = new Map();
  }

  async fetch(path, most) {
    const answer = await fetch(this.address + path, { credentials: "omit", cache: "no-cache" });
    if (!answer.ok) return null;
    const octets = new Uint8Array(await answer.arrayBuffer());
    demand(octets.length <= most, "large");
    return octets;
  }

  async file(path, most) {
    if (!this.files.has(path)) this.files.set(path, this.fetch(path, most));
    const octets = await this.files.get(path);
    if (!octets) throw new Refusal("missing");
    return octets;
  }

  widthOf(level, number) {
    return Math.min(WIDTH, Math.floor(this.size / WIDTH ** level) - number * WIDTH);
  }

  async leaf(index) {
    const number = Math.floor(index / WIDTH);
    const bundle = await this.file(tilePath("entries", number, this.widthOf(0, number)), 4194816);
    let place = 0;
    for (let skipped = index % WIDTH; ; skipped -= 1) {
      demand(place + 2 <= bundle.length, "bundle");
      const end = place + 2 + bundle[place] * 256 + bundle[place + 1];
      demand(end <= bundle.length, "bundle");
      if (!skipped) return bundle.slice(place + 2, end);
      place = end;
    }
  }

  // The root of the whole subtree of 2^k leaves that has the number `at` among its like.
  async whole(k, at) {
    const level = Math.floor(k / 8);
    const many = 2 ** (k % 8);
    const number = Math.floor((at * many) / WIDTH);
    const width = this.widthOf(level, number);
    const tile = await this.file(tilePath(level, number, width), 8192);
    demand(tile.length === width * 32, "tile");
    const first = (at * many) % WIDTH;
    let hashes = Array.from({ length: many }, (_, step) => tile.slice((first + step) * 32, (first + step + 1) * 32));
    while (hashes.length > 1) {
      hashes = await Promise.all(Array.from({ length: hashes.length / 2 }, (_, i) => node(hashes[2 * i], hashes[2 * i + 1])));
    }
    return hashes[0];
  }

  async root(first, size) {
    if (size === 0) return sha256();
    const k = Math.floor(Math.log2(size));
    if (2 ** k === size) return this.whole(k, first / size);
    return node(await this.root(first, 2 ** k), await this.root(first + 2 ** k, size - 2 ** k));
  }

  // The root to which a leaf leads, with the hashes beside its path taken from the tiles.
  async rootFrom(hash, index, first = 0, size = this.size) {
    if (size === 1) return hash;
    const half = 2 ** Math.floor(Math.log2(size - 1));
    if (index < first + half) {
      return node(await this.rootFrom(hash, index, first, half), await this.root(first + half, size - half));
    }
    return node(await this.root(first, half), await this.rootFrom(hash, index, first + half, size - half));
  }

  // Refuses a record that does not lead to the root of the checkpoint; gives its hash.
  async demandInside(index) {
    const hash = await leafHash(await this.leaf(index));
    demand(equal(await this.rootFrom(hash, index), this.top), "inclusion_bad");
    return hash;
  }

  // The hashes beside the path of a leaf, from the leaf up: its proof.
  async proof(index, first = 0, size = this.size) {
    if (size === 1) return [];
    const half = 2 ** Math.floor(Math.log2(size - 1));
    if (index < first + half) return [...(await this.proof(index, first, half)), await this.root(first + half, size - half)];
    return [...(await this.proof(index, first + half, size - half)), await this.root(first, half)];
  }
}

async function ledTo(hash, index, size, proof) {
  demand(index < size && size > 1 === proof.length > 0, "proof");
  if (size === 1) return hash;
  const half = 2 ** Math.floor(Math.log2(size - 1));
  const rest = proof.slice(0, -1);
  const last = proof.at(-1);
  if (index < half) return node(await ledTo(hash, index, half, rest), last);
  return node(last, await ledTo(hash, index - half, size - half, rest));
}

function readReceipt(text) {
  const gap = text.indexOf("\n\n");
  const lines = text.slice(0, gap).split("\n");
  demand(gap > 0 && lines.shift() === "c2sp.org/tlog-proof@v1", "malformed");
  if (lines[0]?.startsWith("extra ")) lines.shift();
  const index = /^index (0|[1-9][0-9]{0,14})$/.exec(lines.shift() ?? "");
  demand(index && lines.length <= 63, "malformed");
  return { index: Number(index[1]), proof: lines.map(base64), note: readNote(text.slice(gap + 2)) };
}

// --- the steps, told one after another

async function checkpointStep(log, tell) {
  const note = readNote(utf8(await log.file("checkpoint", 65536)));
  log.size = note.size;
  log.top = note.root;
  tell("checkpoint", { origin: note.origin, size: note.size, root: hex(note.root) });
  return note;
}

async function signatureStep(note, line, tell) {
  if (!line) {
    tell("noKey", {});
    return null;
  }
  const key = await readKey(line);
  if (!(await canCheckSignatures())) {
    tell("noEd25519", {});
    return null;
  }
  demand(await isSigned(note, key), "signer");
  tell("signature", { name: key.name, id: hex(key.id) });
  return key;
}

async function recordStep(log, note, index, tell) {
  demand(index < note.size, "beyond");
  tell("record", { index, text: utf8(await log.leaf(index)) });
  const hash = await log.demandInside(index);
  tell("inclusion", { index, hash: hex(hash) });
  return hash;
}

async function receiptStep(log, note, key, index, hash, tell) {
  const octets = await log.fetch(`receipts/${index}.tlog-proof`, 65536);
  if (!octets) return tell("noReceipt", { index });
  const receipt = readReceipt(utf8(octets));
  const then = receipt.note;
  demand(receipt.index === index && then.origin === note.origin && then.size <= note.size, "receipt_bad");
  if (key) demand(await isSigned(then, key), "receipt_bad");
  demand(equal(await ledTo(hash, index, then.size, receipt.proof), then.root), "receipt_bad");
  demand(equal(await log.root(0, then.size), then.root), "receipt_bad");
  return tell("receipt", { index, size: then.size });
}

// Receipt and record as files to keep: both are made here, out of the tiles that have been checked.
async function kept(log, index) {
  const lines = ["c2sp.org/tlog-proof@v1", `index ${index}`, ...(await log.proof(index)).map(inBase64), ""];
  const receipt = octetsOf(`${lines.join("\n")}\n${utf8(await log.file("checkpoint", 65536))}`);
  return { receipt: [receipt, `record-${index}.tlog-proof`], record: [await log.leaf(index), `record-${index}.json`] };
}

function offer(form, files) {
  const holder = form.querySelector("[data-offered]");
  if (!holder) return;
  holder.hidden = !files;
  for (const link of files ? holder.querySelectorAll("[data-offer]") : []) {
    const [octets, name] = files[link.dataset.offer];
    URL.revokeObjectURL(link.href);
    link.href = URL.createObjectURL(new Blob([octets], { type: "application/octet-stream" }));
    link.download = name;
  }
}

// Further steps of a page: functions of (form, log, tell, index), which refuse as these do.
export const further = [];

export async function verify(log, line, index, tell, receipts = true) {
  const note = await checkpointStep(log, tell);
  const key = await signatureStep(note, line, tell);
  const hash = await recordStep(log, note, index, tell);
  if (receipts) await receiptStep(log, note, key, index, hash, tell);
  return key !== null;
}

// --- the page

function filled(sentence, facts) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => (name in facts ? facts[name] : whole));
}

function step(list, words, name, facts) {
  const item = document.createElement("li");
  const { text, ...told } = facts;
  item.dataset.step = name;
  item.textContent = filled(words[name] ?? name, told);
  if (text !== undefined) {
    const record = document.createElement("pre");
    record.textContent = text;
    record.tabIndex = 0;
    item.append(record);
  }
  list.append(item);
}

export async function run(form, words) {
  const list = form.querySelector("[data-steps]");
  const verdict = form.querySelector("[data-verdict]");
  list.replaceChildren();
  offer(form, null);
  verdict.textContent = words.working;
  form.dataset.result = "working";
  const tell = (name, facts) => step(list, words, name, facts);
  try {
    if (!globalThis.crypto?.subtle) throw new Refusal("insecure");
    const typed = form.elements.record.value.trim();
    demand(/^(0|[1-9][0-9]{0,14})$/.test(typed), "number");
    const line = form.elements.key?.value.trim() || form.dataset.key || "";
    const log = new Log(form.dataset.log);
    const signed = await verify(log, line, Number(typed), tell, !form.hasAttribute("data-without-receipts"));
    offer(form, await kept(log, Number(typed)));
    for (const one of further) await one(form, log, tell, Number(typed));
    form.dataset.result = signed ? "verified" : "consistent";
  } catch (error) {
    const known = error instanceof Refusal ? error.message : error instanceof TypeError ? "unreadable" : "malformed";
    const nothing = ["insecure", "number", "unreadable"].includes(known);
    form.dataset.result = nothing ? "unchecked" : known === "unsigned" ? "unsettled" : "refused";
    step(list, words, known, {});
  }
  verdict.textContent = words[form.dataset.result];
}

for (const form of document.querySelectorAll("form[data-verify]")) {
  const words = JSON.parse(form.dataset.words);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    run(form, words);
  });
}
