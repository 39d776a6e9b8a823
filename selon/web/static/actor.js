// The network of who acts towards whom, drawn from the table in the page.
"use strict";
(() => {
  const box = document.getElementById("network");
  if (!box) return;
  const width = Math.max(320, Math.min(1000, box.clientWidth)), height = width < 600 ? 460 : 480, small = width < 600;
  const rows = [...document.querySelectorAll("#ties tbody tr")].map((tr) => ({ one: tr.cells[0].textContent.trim(), type: tr.cells[1].textContent.trim(), two: tr.cells[2].textContent.trim(), n: +tr.cells[3].textContent })).slice(0, small ? 14 : 40);
  const names = [...new Set(rows.flatMap((row) => [row.one, row.two]))];
  const nodes = names.map((name) => ({ id: name }));
  const ties = new Map();
  for (const row of rows) {
    const key = row.one + "\u0000" + row.two;
    const tie = ties.get(key) || { source: row.one, target: row.two, n: 0, types: [] };
    tie.n += row.n;
    tie.types.push(row.type);
    ties.set(key, tie);
  }
  const links = [...ties.values()];
  const title = document.querySelector("h1").firstChild.textContent.trim().toLowerCase();
  d3.forceSimulation(nodes).randomSource(d3.randomLcg(7)).force("link", d3.forceLink(links).id((d) => d.id).distance(small ? 70 : 110)).force("charge", d3.forceManyBody().strength(-260))
    .force("x", d3.forceX(width / 2).strength(small ? 0.12 : 0.05)).force("y", d3.forceY(height / 2).strength(0.1)).force("apart", d3.forceCollide(small ? 26 : 40)).stop().tick(250);
  const keep = (value, most, edge) => Math.max(edge, Math.min(most - edge, value));
  for (const node of nodes) { node.x = keep(node.x, width, small ? 14 : 30); node.y = keep(node.y, height, 24); }
  const side = (d) => (d.x < 90 ? "start" : d.x > width - 90 ? "end" : "middle");
  const most = small ? 18 : 28;
  const svg = d3.select(box).append("svg").attr("viewBox", [0, 0, width, height]).attr("aria-hidden", "true");
  svg.append("defs").append("marker").attr("id", "tip").attr("viewBox", "0 0 8 8").attr("refX", 13).attr("refY", 4).attr("markerWidth", 7).attr("markerHeight", 7).attr("markerUnits", "userSpaceOnUse").attr("orient", "auto").append("path").attr("d", "M0,0L8,4L0,8z").attr("fill", "currentColor");
  svg.append("g").selectAll("path").data(links).join("path").attr("class", "tie").attr("stroke-width", (d) => Math.min(6, 1 + Math.log2(d.n))).attr("marker-end", "url(#tip)")
    .attr("d", (d) => `M${d.source.x},${d.source.y}A260,260 0 0,1 ${d.target.x},${d.target.y}`).append("title").text((d) => `${d.source.id} → ${d.target.id}: ${d.types.join(", ")} (${d.n})`);
  const node = svg.append("g").selectAll("g").data(nodes).join("g").attr("transform", (d) => `translate(${d.x},${d.y})`);
  node.append("circle").attr("r", 6).attr("class", (d) => (d.id.toLowerCase().includes(title) ? "node self" : "node"));
  node.append("text").attr("class", "name").attr("y", -10).attr("x", (d) => ({ start: -8, end: 8, middle: 0 })[side(d)]).attr("text-anchor", side).text((d) => (d.id.length > most ? d.id.slice(0, most - 1) + "…" : d.id)).append("title").text((d) => d.id);
})();
