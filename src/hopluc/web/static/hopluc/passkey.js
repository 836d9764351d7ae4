// Passkeys: a button with data-passkey asks the site for a question, the browser for its answer, and sends the form it stands in
// with the answer. Where the browser knows no passkeys the button stays hidden, and the page is whole without it.
(function () {
  "use strict";

  if (!window.PublicKeyCredential || !window.isSecureContext || !navigator.credentials) return;

  function bytes(text) {
    const plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
  }

  function text(buffer) {
    const plain = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join("");
    return btoa(plain).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  }

  // What the site said as JSON, as the browser wants it: some values as bytes.
  function understood(options) {
    const said = options.publicKey;
    said.challenge = bytes(said.challenge);
    if (said.user) said.user.id = bytes(said.user.id);
    ["excludeCredentials", "allowCredentials"].forEach(function (name) {
      (said[name] || []).forEach((key) => { key.id = bytes(key.id); });
    });
    return options;
  }

  function told(key) {
    const response = {};
    ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"].forEach(function (name) {
      if (key.response[name]) response[name] = text(key.response[name]);
    });
    return JSON.stringify({ id: key.id, rawId: text(key.rawId), type: key.type, response: response });
  }

  async function answer(button) {
    const form = button.form;
    const body = new FormData();
    body.append("purpose", button.dataset.passkey);
    const token = form.elements.csrfmiddlewaretoken.value;
    const question = await fetch(button.dataset.question, { method: "POST", headers: { "X-CSRFToken": token, Accept: "application/json" }, body: body });
    const options = await question.json();
    if (!question.ok) throw new Error(options.told || options.detail);
    const ask = button.dataset.passkey === "register" ? "create" : "get";
    let key;
    try { key = await navigator.credentials[ask](understood(options)); } catch (refused) { throw new Error(button.dataset.failed); }
    form.elements.answer.value = told(key);
    form.submit();
  }

  document.querySelectorAll("[data-without-passkey]").forEach((line) => { line.hidden = true; });
  document.querySelectorAll("button[data-passkey]").forEach(function (button) {
    const line = button.form.querySelector("[data-passkey-told]");
    button.hidden = false;
    button.addEventListener("click", async function () {
      if (button.dataset.passkey === "register" && !button.form.reportValidity()) return;
      line.hidden = true;
      button.disabled = true;
      try { await answer(button); } catch (mishap) {
        line.textContent = mishap.message || button.dataset.failed;
        line.hidden = false;
      }
      button.disabled = false;
    });
  });
})();
