// Choosing a marked word opens its event; choosing an event lights up its words.
"use strict";
(() => {
  const light = (id) => {
    for (const piece of document.querySelectorAll(".m.lit")) piece.classList.remove("lit");
    for (const piece of document.querySelectorAll(".m[data-events]")) if (piece.dataset.events.split(" ").includes(id)) piece.classList.add("lit");
  };
  const open = (id) => {
    const event = document.getElementById(id)?.closest(".event");
    if (!event) return;
    event.open = true;
    light(event.id);
  };
  for (const event of document.querySelectorAll(".event")) event.addEventListener("toggle", () => event.open && event.matches(":hover, :focus-within") && light(event.id));
  for (const piece of document.querySelectorAll(".m[data-events]")) piece.addEventListener("mouseenter", () => light(piece.dataset.events.split(" ")[0]));
  addEventListener("hashchange", () => open(location.hash.slice(1).replace(/^t-/, "")));
  if (location.hash) open(location.hash.slice(1));
})();
