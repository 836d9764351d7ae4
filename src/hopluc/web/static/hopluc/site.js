// What the pages gain when scripts run; every page is whole without it.
// Keys on the confirming page: j/k next and previous, D or Đ right, S correct, B leave out, N the next document. Never while typing. Under a Vietnamese
// input method a key may come without its letter: then its place on the keyboard counts.
(function () {
  "use strict";

  function findings() {
    return Array.from(document.querySelectorAll(".finding[data-open]"));
  }

  // The finding in hand: the one that holds the focus, else the one last chosen.
  function current() {
    return (document.activeElement || document.body).closest(".finding[data-open]") || document.querySelector(".finding.current[data-open]");
  }

  // Scrolls the reader beside the findings to the mark, where it scrolls by itself; the page stays where it is.
  function bring(mark) {
    const reader = mark && mark.closest(".reader");
    if (!reader || reader.scrollHeight <= reader.clientHeight) return;
    reader.scrollTop += mark.getBoundingClientRect().top - reader.getBoundingClientRect().top - reader.clientHeight / 3;
  }

  function select(finding) {
    if (!finding) return;
    document.querySelectorAll(".finding.current, mark.current").forEach((el) => el.classList.remove("current"));
    finding.classList.add("current");
    finding.focus({ preventScroll: true });
    finding.scrollIntoView({ block: "nearest" });
    (finding.dataset.passages || "").split(" ").filter(Boolean).forEach(function (id, index) {
      document.querySelectorAll('mark[data-of~="' + id + '"]').forEach((mark) => mark.classList.add("current"));
      if (index === 0) bring(document.querySelector('mark[data-of~="' + id + '"]'));
    });
  }

  function step(by) {
    const all = findings();
    const finding = current();
    select(finding ? all[Math.min(Math.max(all.indexOf(finding) + by, 0), all.length - 1)] : all[0]);
  }

  const KEYS = { d: "right", "đ": "right", s: "correct", b: "leave" };

  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.target.closest("input, textarea, select")) return;
    const key = (event.key.length === 1 ? event.key : event.code.replace("Key", "")).toLowerCase();
    const next = key === "n" && document.querySelector("a[data-next]");
    if (next) { event.preventDefault(); next.click(); return; }
    if (!document.querySelector(".finding[data-open]")) return;
    if (key === "j" || key === "k") { step(key === "j" ? 1 : -1); event.preventDefault(); return; }
    const finding = current();
    const choice = KEYS[key] && finding && finding.querySelector("[data-choice=" + KEYS[key] + "]");
    if (choice) { event.preventDefault(); choice.click(); }
  });

  // In a list of rows: j and k go to the next and the previous row's link, Enter follows it as any link.
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
    const links = Array.from(document.querySelectorAll("table[data-rows] tbody td.wide > a"));
    const key = (event.key.length === 1 ? event.key : event.code.replace("Key", "")).toLowerCase();
    if (!links.length || (key !== "j" && key !== "k")) return;
    const row = (document.activeElement || document.body).closest("tr");
    const at = links.findIndex((link) => row && row.contains(link));
    links[at < 0 ? 0 : Math.min(Math.max(at + (key === "j" ? 1 : -1), 0), links.length - 1)].focus();
    event.preventDefault();
  });

  document.addEventListener("click", function (event) {
    const finding = event.target.closest(".finding[data-open]");
    if (finding && !event.target.closest("button, a, input, select, textarea, summary")) select(finding);
  });

  // What is chosen in the document goes along to where it is added; pressing a link lets go of it, so it is remembered.
  const adding = document.querySelectorAll("a[data-chosen-words]");
  let chosen = "";
  if (adding.length) document.addEventListener("selectionchange", function () {
    const now = getSelection();
    const reader = now.anchorNode && now.anchorNode.parentElement && now.anchorNode.parentElement.closest(".reader");
    if (reader && now.toString().trim()) chosen = now.toString().trim().slice(0, 1500);
  });
  adding.forEach(function (link) {
    const plain = link.getAttribute("href");
    link.addEventListener("click", function () {
      link.href = chosen ? plain + "?" + link.dataset.chosenWords + "=" + encodeURIComponent(chosen) : plain;
    });
  });

  // After an answer: on to the next open finding, or stay at one the register refused.
  document.body.addEventListener("htmx:afterSettle", function (event) {
    const answered = event.target.closest && event.target.closest(".finding");
    if (!answered) return;
    const after = (finding) => answered.compareDocumentPosition(finding) & Node.DOCUMENT_POSITION_FOLLOWING;
    const open = findings();
    select(answered.hasAttribute("data-open") && answered.querySelector("[role=alert]") ? answered : open.find(after) || open[open.length - 1] || answered);
  });

  // On a narrow screen the menu and tabs are wider than the page: where one is, is brought to the middle.
  document.querySelectorAll(".menu [aria-current], .tabs [aria-current]").forEach(function (item) {
    const row = item.closest("ul");
    row.scrollLeft += item.getBoundingClientRect().left - row.getBoundingClientRect().left - (row.clientWidth - item.offsetWidth) / 2;
  });

  // A number that may be slid: the slider says the same as its field.
  document.querySelectorAll("input[data-slide]").forEach(function (field) {
    const slider = document.createElement("input");
    const told = () => { slider.value = field.value.replace(",", "."); };
    Object.assign(slider, { type: "range", min: 0, max: field.dataset.slide, step: field.dataset.step });
    slider.setAttribute("aria-label", field.labels[0].textContent);
    slider.addEventListener("input", () => { field.value = slider.value.replace(".", field.dataset.point); });
    field.addEventListener("input", told);
    told();
    field.after(slider);
  });

  // A day is typed as day/month/year, or chosen from the browser's calendar beside it.
  document.querySelectorAll("input[data-calendar]").forEach(function (field) {
    const [row, days, button] = ["span", "input", "button"].map((name) => document.createElement(name));
    if (!days.showPicker) return;
    row.className = "day";
    Object.assign(days, { type: "date", tabIndex: -1 });
    days.setAttribute("aria-hidden", "true");
    Object.assign(button, { type: "button", className: "second calendar", title: field.dataset.calendar });
    button.setAttribute("aria-label", field.dataset.calendar + " " + field.labels[0].textContent.trim());
    field.before(row);
    row.append(field, days, button);
    button.addEventListener("click", function () {
      const typed = field.value.trim().match(/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/);
      days.value = typed ? [typed[3], typed[2].padStart(2, "0"), typed[1].padStart(2, "0")].join("-") : "";
      days.showPicker();
    });
    days.addEventListener("change", function () {
      field.value = days.value.split("-").reverse().join("/");
      field.dispatchEvent(new Event("input", { bubbles: true }));
      button.focus();
    });
  });

  // A button that copies the field it names, and says so; without scripts the field is there to be selected.
  document.querySelectorAll("button[data-copy]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      const field = document.getElementById(button.dataset.copy);
      const said = document.getElementById("copied");
      function tell() { said.textContent = said.dataset.copied + " " + (field.labels.length ? field.labels[0].textContent : field.getAttribute("aria-label")) + ": " + field.value.slice(0, 60); }
      function select() { field.select(); if (document.execCommand("copy")) tell(); button.focus(); }
      if (navigator.clipboard) navigator.clipboard.writeText(field.value).then(tell, select);
      else select();
    });
  });

  // A browser asks for a file in the language of the computer: what is seen of its field says it in the page's.
  document.querySelectorAll("input[type=file]").forEach(function (field) {
    const [row, press, said] = ["span", "span", "span"].map((name) => document.createElement(name));
    const tell = () => { said.textContent = Array.from(field.files, (file) => file.name).join(", ") || document.body.dataset.noneChosen; };
    row.className = "file";
    press.className = "press";
    press.textContent = document.body.dataset.choose;
    press.setAttribute("aria-hidden", "true");
    field.before(row);
    row.append(press, said, field);
    field.addEventListener("change", tell);
    tell();
  });

  document.querySelectorAll(".drop").forEach(function (drop) {
    const input = drop.querySelector("input[type=file]");
    const said = drop.querySelector("[data-chosen]");
    function tell() {
      if (said && input.files.length) said.textContent = input.files.length + " " + said.dataset.chosen; // their names stand beside the field
    }
    ["dragover", "dragleave", "drop"].forEach(function (kind) {
      drop.addEventListener(kind, function (event) {
        event.preventDefault();
        drop.classList.toggle("over", kind === "dragover");
        if (kind === "drop") { input.files = event.dataTransfer.files; input.dispatchEvent(new Event("change")); }
      });
    });
    input.addEventListener("change", tell);
  });
})();
