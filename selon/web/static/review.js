// One key a verdict.
"use strict";
addEventListener("keydown", (event) => {
  if (event.target.matches("input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey) return;
  const chosen = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (chosen) { event.preventDefault(); chosen.click(); }
});

// Only the modes of the chosen type can be chosen.
(() => {
  const type = document.getElementById("c-type"), mode = document.getElementById("c-mode");
  if (!type || !mode) return;
  const fit = () => {
    for (const group of mode.querySelectorAll("optgroup")) group.disabled = group.hidden = group.dataset.type !== type.value;
    if (mode.selectedOptions[0]?.parentElement.disabled) mode.value = "";
  };
  type.addEventListener("change", fit);
  fit();
})();
