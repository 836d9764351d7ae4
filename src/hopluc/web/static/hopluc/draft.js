// A draft on the device: what is typed into a form with data-draft stays in this browser until it is saved on the site, thrown away
// or signed out from. It is offered again when the form is next opened; nothing is put in unasked.
(function () {
  "use strict";

  const PREFIX = "hopluc-draft:";
  const LONGEST = 30 * 24 * 3600 * 1000; // ms that a draft is kept
  const PAUSE = 400; // ms after the last key

  let store;
  try { store = window.localStorage; } catch (refused) { return; } // a browser may keep nothing

  function ours() {
    return Object.keys(store).filter((key) => key.startsWith(PREFIX));
  }

  function read(key) {
    try { return JSON.parse(store.getItem(key)); } catch (broken) { return null; }
  }

  function write(key, draft) {
    try { store.setItem(key, JSON.stringify(draft)); return true; } catch (full) { return false; }
  }

  ours().forEach(function (key) {
    const draft = read(key);
    if (!draft || Date.now() - draft.at > LONGEST) store.removeItem(key);
  });

  let leaving = false; // who signs out leaves nothing behind, also not what was typed last
  document.querySelectorAll("form[data-leaves]").forEach((form) => form.addEventListener("submit", function () {
    leaving = true;
    ours().forEach((key) => store.removeItem(key));
  }));
  document.querySelectorAll("[data-draft-done]").forEach((said) => store.removeItem(PREFIX + said.dataset.draftDone));

  const form = document.querySelector("form[data-draft]");
  if (!form) return;
  const key = PREFIX + form.dataset.draft;
  const told = document.querySelector("[data-draft-told]");
  const seen = form.elements.seen.value; // which state of the return the page shows

  function fields() {
    return Array.from(form.elements).filter((field) => field.name && !["hidden", "submit", "button", "file", "password"].includes(field.type));
  }

  function typed() {
    return Object.fromEntries(fields().map((field) => [field.name, field.type === "checkbox" ? field.checked : field.value]));
  }

  const shown = JSON.stringify(typed());
  const refused = form.querySelector("[role=alert]") !== null;
  const draft = read(key);
  let asking = false;
  if (draft && draft.sent && draft.seen !== seen) store.removeItem(key); // what was sent has come to the site
  else if (draft && JSON.stringify(draft.fields) === shown) { if (!refused) store.removeItem(key); }
  else if (draft) ask();

  function ask() {
    asking = true;
    told.hidden = false;
    told.querySelector("time").textContent = new Date(draft.at).toLocaleString(document.documentElement.lang);
    told.querySelector("[data-draft-changed]").hidden = draft.seen === seen;
  }

  function settled() {
    asking = false;
    told.hidden = true;
    (fields().find((field) => field.offsetParent) || form).focus();
  }

  told.querySelector("[data-draft-use]").addEventListener("click", function () {
    fields().forEach(function (field) {
      if (!(field.name in draft.fields)) return;
      if (field.type === "checkbox") field.checked = draft.fields[field.name];
      else field.value = draft.fields[field.name];
    });
    settled();
  });
  told.querySelector("[data-draft-drop]").addEventListener("click", function () { store.removeItem(key); settled(); });

  let waiting = 0;
  function keep(sent) {
    clearTimeout(waiting);
    if (asking || leaving) return; // the earlier draft is not overwritten before it is decided on
    if (JSON.stringify(typed()) === shown && !refused) store.removeItem(key);
    else write(key, { at: Date.now(), seen: seen, sent: sent, fields: typed() });
  }
  form.addEventListener("input", function () { clearTimeout(waiting); waiting = setTimeout(() => keep(false), PAUSE); });
  form.addEventListener("submit", () => keep(true));
  addEventListener("pagehide", () => { if (waiting && !(read(key) || {}).sent) keep(false); });
})();
