// What is typed into a form stays in this tab until the server has done it: a line that drops loses nothing. A form that
// has drafts is kept on the server too, every few seconds, for the same person at another device.
const NAME = "legation-draft ";
const LASTS = 12 * 60 * 60 * 1000;
const WAITS = 5000; // between two that go to the server
const LEFT_OUT = new Set(["password", "file", "hidden", "submit", "button"]);

function storeOf(view) {
  try {
    return view.sessionStorage;
  } catch {
    return null; // a browser that keeps nothing
  }
}

function draftOf(store, path) {
  try {
    const draft = JSON.parse(store.getItem(NAME + path));
    return draft && Date.now() - draft.at < LASTS ? draft : null;
  } catch {
    return null;
  }
}

const fieldsOf = (form) => [...form.elements].filter((one) => one.name && !LEFT_OUT.has(one.type));
const isChosen = (one) => one.type === "checkbox" || one.type === "radio";
const tokenOf = (form) => form.elements.csrfmiddlewaretoken?.value ?? "";
const pathOf = (form) => new URL(form.getAttribute("action") || "", form.ownerDocument.location.href).pathname;

/** The fields as they stand: name and value, of boxes whether they are chosen. */
function typedInto(form) {
  return fieldsOf(form).map((one) => [one.name, one.value, isChosen(one) ? one.checked : null]);
}

function putBack(form, typed) {
  for (const one of fieldsOf(form)) {
    const found = typed.find(([name, value, chosen]) => name === one.name && (chosen === null || value === one.value));
    if (!found) continue;
    if (isChosen(one)) one.checked = found[2];
    else one.value = found[1];
  }
}

function lastDone(page) {
  return /(?:^|; )done=([^;]*)/.exec(page.cookie)?.[1] ?? "";
}

function tell(form, words, discard) {
  const notice = form.ownerDocument.createElement("p");
  notice.className = "notice";
  notice.setAttribute("role", "status");
  const button = form.ownerDocument.createElement("button");
  Object.assign(button, { type: "button", className: "button button-tool button-small", textContent: words.dataset.discard });
  button.addEventListener("click", discard);
  notice.append(`${words.dataset.back} `, button);
  form.before(notice);
}

/** The server's draft, as the page brought it: when it was kept, and the fields by name. */
function broughtTo(form) {
  const notice = form.querySelector("[data-draft]");
  return notice && { at: Number(notice.dataset.at), fields: JSON.parse(notice.dataset.draft), notice };
}

/** What the server could not fill in itself: fields that the page wrote by hand. */
function fillIn(form, fields) {
  for (const one of fieldsOf(form)) {
    if (isChosen(one)) one.checked = (fields[one.name] ?? []).includes(one.value);
    else if (fields[one.name]) [one.value] = fields[one.name];
  }
}

/** Sends the form to be kept as a draft; a line that is down is no matter, the tab keeps it too. */
function sender(form) {
  let waiting = 0;
  const send = async () => {
    waiting = 0;
    const whole = new FormData(form);
    for (const { name, type } of form.elements) if (type === "file" || type === "password") whole.delete(name);
    whole.append("draft", "keep");
    try {
      const answer = await fetch(form.ownerDocument.location.href, { method: "POST", body: whole, headers: { "X-Draft": "yes" }, redirect: "manual" });
      if (answer.status !== 204) form.dataset.unkept = "yes";
    } catch {
      later();
    }
  };
  const later = () => {
    if (!waiting && !form.dataset.unkept) waiting = setTimeout(send, WAITS);
  };
  form.addEventListener("submit", () => {
    clearTimeout(waiting);
    form.dataset.unkept = "yes";
  });
  return later;
}

/** Keeps the page's form while somebody types, and puts back what was typed and not done. */
export function keepDrafts(page) {
  const store = storeOf(page.defaultView);
  const words = page.getElementById("draft-words");
  if (!store || !words) return;
  const done = lastDone(page);
  for (const name of Object.keys(store).filter((one) => one.startsWith(NAME))) {
    const draft = draftOf(store, name.slice(NAME.length));
    if (!draft || (done && draft.token.endsWith(done))) store.removeItem(name);
  }
  page.addEventListener("submit", ({ target: form }) => {
    const path = pathOf(form);
    if (path.endsWith("/sign-out/")) for (const name of Object.keys(store)) if (name.startsWith(NAME)) store.removeItem(name);
    const draft = draftOf(store, path);
    if (draft) store.setItem(NAME + path, JSON.stringify({ ...draft, token: tokenOf(form) }));
  });
  const form = page.querySelector("main form[method=post]:has(button[name=draft])") ?? page.querySelector("main form.form[method=post]");
  if (!form) return;
  const path = pathOf(form);
  const brought = broughtTo(form);
  if (brought) fillIn(form, brought.fields);
  const served = typedInto(form);
  const hasDrafts = form.querySelector("button[name=draft]") && (form.elements.draft_of?.value ?? path) === page.location.pathname;
  const sendLater = hasDrafts ? sender(form) : () => {};
  form.addEventListener("input", () => {
    sendLater();
    store.setItem(NAME + path, JSON.stringify({ at: Date.now(), token: tokenOf(form), typed: typedInto(form) }));
  });
  form.addEventListener("submit", ({ submitter }) => {
    if (submitter?.name === "draft") store.removeItem(NAME + path);
  });
  const draft = draftOf(store, path);
  if (draft && brought && draft.at < brought.at) return;
  if (!draft || JSON.stringify(draft.typed) === JSON.stringify(served)) return;
  putBack(form, draft.typed);
  if (JSON.stringify(typedInto(form)) === JSON.stringify(served)) return;
  brought?.notice.remove();
  tell(form, words, ({ target }) => {
    putBack(form, served);
    store.removeItem(NAME + path);
    target.closest(".notice").remove();
  });
}
