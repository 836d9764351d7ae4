// What the pages gain when scripts run; every page is whole without it.
// Keys on the confirming page: j/k next and previous, D or Đ right, S correct, B leave out. Never while typing.
(function () {
  "use strict";

  function findings() {
    return Array.from(document.querySelectorAll(".finding[data-open]"));
  }

  function current() {
    return document.querySelector(".finding.current") || findings()[0] || null;
  }

  function select(finding) {
    if (!finding) return;
    document.querySelectorAll(".finding.current, mark.current").forEach((el) => el.classList.remove("current"));
    finding.classList.add("current");
    finding.focus({ preventScroll: true });
    finding.scrollIntoView({ block: "nearest" });
    (finding.dataset.passages || "").split(" ").filter(Boolean).forEach(function (id, index) {
      const mark = document.getElementById(id);
      if (!mark) return;
      mark.classList.add("current");
      if (index === 0) mark.scrollIntoView({ block: "center" });
    });
  }

  function step(by) {
    const all = findings();
    const place = all.indexOf(current());
    select(all[Math.min(Math.max(place + by, 0), all.length - 1)]);
  }

  const KEYS = { d: "right", "đ": "right", s: "correct", b: "leave" };

  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
    if (!document.querySelector(".finding[data-open]")) return;
    const key = event.key.toLowerCase();
    if (key === "j" || key === "k") { step(key === "j" ? 1 : -1); event.preventDefault(); return; }
    const finding = current();
    const choice = KEYS[key] && finding && finding.querySelector("[data-choice=" + KEYS[key] + "]");
    if (choice) { event.preventDefault(); choice.click(); }
  });

  document.addEventListener("click", function (event) {
    const finding = event.target.closest(".finding[data-open]");
    if (finding && !event.target.closest("button, a, input, select, textarea, summary")) select(finding);
  });

  document.body.addEventListener("htmx:afterSwap", function (event) {
    if (event.target.closest(".facts-list") || event.target.classList.contains("facts-list")) {
      const next = findings()[0];
      if (next && !document.querySelector(".finding.current")) select(next);
    }
  });

  document.querySelectorAll(".drop").forEach(function (drop) {
    const input = drop.querySelector("input[type=file]");
    const said = drop.querySelector("[data-chosen]");
    function tell() {
      if (said && input.files.length) said.textContent = input.files.length + " " + said.dataset.chosen + ": " + Array.from(input.files, (file) => file.name).join(", ");
    }
    ["dragover", "dragleave", "drop"].forEach(function (kind) {
      drop.addEventListener(kind, function (event) {
        event.preventDefault();
        drop.classList.toggle("over", kind === "dragover");
        if (kind === "drop") { input.files = event.dataTransfer.files; tell(); }
      });
    });
    input.addEventListener("change", tell);
  });
})();
