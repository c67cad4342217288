// The check of a record on the public site: which record a page rests on, and that what the page was made of is what was
// frozen and signed. The steps of the log itself stand in verify.js.
import { demand, further, hex, run, sha256, utf8 } from "../../integrity/js/verify.js";

const LONGEST = 67108864;

const form = document.querySelector("form[data-verify]");
const asked = new URLSearchParams(location.search);
const path = asked.get("document") || "";

async function octetsAt(address) {
  const answer = await fetch(address, { credentials: "omit", cache: "no-cache" });
  demand(answer.ok, "missing");
  const octets = new Uint8Array(await answer.arrayBuffer());
  demand(octets.length <= LONGEST, "large");
  return octets;
}

// Looks from the end of the log for the freezing of this election with this manifest, and for the newest of all.
async function freezings(log, election, digest) {
  let newest = null;
  for (let index = log.size - 1; index >= 0; index -= 1) {
    const leaf = JSON.parse(utf8(await log.leaf(index)));
    if (leaf.kind !== "documents_frozen" || leaf.election !== election) continue;
    newest ??= index;
    if (leaf.public.manifest === digest) return { index, newest };
  }
  return null;
}

async function frozenStep(shown, log, tell) {
  const octets = await octetsAt(shown.dataset.manifest);
  const digest = hex(await sha256(octets));
  const found = await freezings(log, shown.dataset.election, digest);
  demand(found, "unsigned");
  await log.demandInside(found.index);
  tell(found.index === found.newest ? "manifest" : "manifestOlder", { ...found, digest });
  if (!path) return;
  const named = JSON.parse(utf8(octets)).documents[path];
  demand(named, "documentUnknown");
  demand(hex(await sha256(await octetsAt(shown.dataset.documents + path))) === named, "documentOther");
  tell("document", { path, digest: named });
}

if (form) {
  form.hidden = false;
  document.querySelector("[data-without-script]").hidden = true;
  further.push(frozenStep);
  const record = asked.get("record") || "";
  if (/^(0|[1-9][0-9]{0,14})$/.test(record)) {
    form.elements.record.value = record;
    run(form, JSON.parse(form.dataset.words));
  }
}
