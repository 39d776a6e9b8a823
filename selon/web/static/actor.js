// The network of who acts towards whom, drawn from the table in the page.
"use strict";
(() => {
  const box = document.getElementById("network");
  if (!box) return;
  const width = Math.max(320, Math.min(800, box.clientWidth)), small = width < 600;
  const title = document.querySelector("h1").firstChild.textContent.trim().toLowerCase();
  const self = (name) => name.toLowerCase().includes(title);
  const rows = [...document.querySelectorAll("#ties tbody tr")].map((tr) => ({ one: tr.cells[0].textContent.trim(), type: tr.cells[1].textContent.trim(), two: tr.cells[2].textContent.trim(), n: +tr.cells[3].textContent })).slice(0, small ? 14 : 30);
  const ties = new Map();
  for (const row of rows) {
    const key = row.one + "\u0000" + row.two;
    const tie = ties.get(key) || { source: row.one, target: row.two, n: 0, types: [] };
    tie.n += row.n;
    tie.types.push(row.type);
    ties.set(key, tie);
  }
  const links = [...ties.values()];
  // Three columns: who acts towards it, its own names, whom it acts towards.
  const places = new Map(), counts = [0, 0, 0];
  const place = (name, column) => {
    const key = `${column} ${name}`;
    if (!places.has(key)) places.set(key, { id: name, column, row: counts[column]++ });
    return places.get(key);
  };
  for (const link of links) {
    link.source = place(link.source, self(link.source) ? 1 : 0);
    link.target = place(link.target, self(link.target) ? 1 : 2);
  }
  const nodes = [...places.values()], height = (small ? 44 : 38) * Math.max(...counts) + 20, most = small ? 18 : 40;
  for (const node of nodes) {
    node.x = [12, width / 2, width - 12][node.column];
    node.y = ((node.row + 0.5) * height) / counts[node.column] + 6;
  }
  const side = (d) => ["start", "middle", "end"][d.column];
  const svg = d3.select(box).append("svg").attr("viewBox", [0, 0, width, height]).attr("aria-hidden", "true");
  svg.append("defs").append("marker").attr("id", "tip").attr("viewBox", "0 0 8 8").attr("refX", 13).attr("refY", 4).attr("markerWidth", 7).attr("markerHeight", 7).attr("markerUnits", "userSpaceOnUse").attr("orient", "auto").append("path").attr("d", "M0,0L8,4L0,8z").attr("fill", "currentColor");
  svg.append("g").selectAll("path").data(links).join("path").attr("class", "tie").attr("stroke-width", (d) => Math.min(6, 1 + Math.log2(d.n))).attr("marker-end", "url(#tip)")
    .attr("d", (d) => d.source.column !== d.target.column ? `M${d.source.x},${d.source.y}L${d.target.x},${d.target.y}` : `M${d.source.x},${d.source.y}A260,260 0 0,1 ${d.target.x},${d.target.y}`).append("title").text((d) => `${d.source.id} → ${d.target.id}: ${d.types.join(", ")} (${d.n})`);
  const node = svg.append("g").selectAll("g").data(nodes).join("g").attr("transform", (d) => `translate(${d.x},${d.y})`);
  node.append("circle").attr("r", 6).attr("class", (d) => (self(d.id) ? "node self" : "node"));
  node.append("text").attr("class", "name").attr("y", -10).attr("x", (d) => ({ start: -8, end: 8, middle: 0 })[side(d)]).attr("text-anchor", side).text((d) => (d.id.length > most ? d.id.slice(0, most - 1) + "…" : d.id)).append("title").text((d) => d.id);
})();
