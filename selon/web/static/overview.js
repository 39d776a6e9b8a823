// The timeline and the map, drawn from the tables that stand in the page (so that both can be read without them).
"use strict";
(() => {
  const go = (here, values) => {
    const address = new URL(here, location.href);
    for (const [name, value] of Object.entries(values)) address.searchParams.set(name, value);
    location.assign(address);
  };

  const timeline = () => {
    const box = document.getElementById("timeline");
    if (!box) return;
    const rows = [...document.querySelectorAll("#months tbody tr")].map((tr) => ({
      month: tr.cells[0].textContent.trim(), n: +tr.cells[1].textContent, denied: +tr.cells[2].textContent,
    }));
    if (!rows.length) return;
    const width = Math.max(300, Math.min(640, box.clientWidth)), height = 200, left = 38, bottom = 22, top = 8;
    const first = d3.utcParse("%Y-%m")(rows[0].month), last = d3.utcParse("%Y-%m")(rows[rows.length - 1].month);
    const years = d3.utcMonth.count(first, last) > 120;
    const unit = (month) => (years ? month.slice(0, 4) : month);
    const known = d3.rollup(rows, (each) => ({ month: unit(each[0].month), n: d3.sum(each, (row) => row.n), denied: d3.sum(each, (row) => row.denied) }), (row) => unit(row.month));
    const shown = [...new Set(d3.utcMonths(first, d3.utcMonth.offset(last, 1)).map(d3.utcFormat("%Y-%m")).map(unit))];
    const x = d3.scaleBand(shown, [left, width]).padding(0.15);
    const y = d3.scaleLinear([0, d3.max(known.values(), (row) => row.n)], [height - bottom, top]).nice(4);
    const svg = d3.select(box).append("svg").attr("viewBox", [0, 0, width, height]).attr("aria-hidden", "true");
    const every = Math.ceil(shown.length / (width / (years ? 44 : 72)));
    svg.append("g").selectAll("text").data(y.ticks(4).filter(Number.isInteger)).join("text").attr("x", left - 6).attr("y", (d) => y(d) + 4).attr("text-anchor", "end").text((d) => d);
    svg.append("g").selectAll("text").data(shown.filter((_, i) => i % every === 0)).join("text").attr("x", (d) => x(d) + x.bandwidth() / 2).attr("y", height - 6).attr("text-anchor", "middle").text((d) => d);
    const bars = svg.append("g").selectAll("g").data(shown.filter((month) => known.has(month)).map((month) => known.get(month))).join("g");
    bars.append("rect").attr("class", "bar").attr("x", (d) => x(d.month)).attr("width", x.bandwidth()).attr("y", (d) => y(d.n)).attr("height", (d) => y(0) - y(d.n));
    bars.append("rect").attr("class", "bar denied").attr("x", (d) => x(d.month)).attr("width", x.bandwidth()).attr("y", (d) => y(d.denied)).attr("height", (d) => y(0) - y(d.denied));
    bars.append("title").text((d) => `${d.month}: ${d.n}`);
    const brush = d3.brushX().extent([[left, top], [width, height - bottom]]).on("end", (event) => {
      if (!event.sourceEvent) return;
      const [from, to] = event.selection || [d3.pointer(event, svg.node())[0], d3.pointer(event, svg.node())[0]];
      const inside = shown.filter((month) => x(month) + x.step() > from && x(month) <= to && known.has(month));
      if (inside.length) go(box.dataset.here, { since: inside[0], until: inside[inside.length - 1] + (years ? "-12-31" : "-31") });
    });
    svg.append("g").call(brush);
  };

  const map = async () => {
    const box = document.getElementById("map");
    if (!box) return;
    const rows = [...document.querySelectorAll("#places tbody tr")].map((tr) => ({
      name: tr.cells[0].textContent.trim(), lat: parseFloat(tr.dataset.lat), lon: parseFloat(tr.dataset.lon), country: tr.dataset.country,
      precision: tr.dataset.precision, n: +tr.dataset.n,
    }));
    const world = await (await fetch("/static/world-110m.json")).json();
    const width = 560, height = 290;
    const lands = topojson.feature(world, world.objects.countries);
    const projection = d3.geoNaturalEarth1().fitExtent([[2, 2], [width - 2, height - 2]], { type: "Sphere" });
    const draw = d3.geoPath(projection);
    const whole = new Map(), called = new Map();
    for (const row of rows) if (row.precision === "country" || Number.isNaN(row.lat)) whole.set(row.country, (whole.get(row.country) || 0) + row.n);
    for (const row of rows) if (row.precision === "country") called.set(row.country, row.name);
    const svg = d3.select(box).append("svg").attr("viewBox", [0, 0, width, height]).attr("aria-hidden", "true");
    const sheet = svg.append("g");
    const code = (land) => land.properties.a3 || land.id;
    sheet.selectAll("path").data(lands.features).join("path").attr("d", draw).attr("class", (land) => (whole.has(code(land)) ? "land named" : "land"))
      .on("click", (_, land) => whole.has(code(land)) && go(box.dataset.here, { place: code(land) }))
      .filter((land) => whole.has(code(land))).append("title").text((land) => `${called.get(code(land)) || land.properties.name}: ${whole.get(code(land))} (${box.dataset.country})`);
    const dots = clusters(rows.filter((row) => row.precision !== "country" && !Number.isNaN(row.lat)), projection);
    const size = d3.scaleSqrt([0, d3.max(dots, (dot) => dot.n) || 1], [0, 14]);
    sheet.append("g").selectAll("circle").data(dots).join("circle").attr("class", "dot").attr("cx", (d) => d.x).attr("cy", (d) => d.y).attr("r", (d) => Math.max(3, size(d.n)))
      .on("click", (_, dot) => go(box.dataset.here, { place: dot.names[0] })).append("title").text((d) => `${d.names.join(", ")}: ${d.n}`);
    svg.call(d3.zoom().scaleExtent([1, 12]).on("zoom", (event) => {
      sheet.attr("transform", event.transform);
      sheet.selectAll("circle").attr("r", (d) => Math.max(3, size(d.n)) / event.transform.k);
    }));
  };

  const clusters = (rows, projection) => {
    const found = [];
    for (const row of rows.sort((one, two) => two.n - one.n)) {
      const point = projection([row.lon, row.lat]);
      if (!point) continue;
      const near = found.find((dot) => Math.hypot(dot.x - point[0], dot.y - point[1]) < 5);
      if (near) { near.n += row.n; if (near.names.length < 5) near.names.push(row.name); } else found.push({ x: point[0], y: point[1], n: row.n, names: [row.name] });
    }
    return found;
  };

  timeline();
  map();
})();
