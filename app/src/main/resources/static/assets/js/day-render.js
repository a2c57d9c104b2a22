// Draws a board of a day out of what the server says. Marks differ in shape and word, not in colour alone.

const NAMES = new Intl.DisplayNames(["en"], { type: "region" });
const WORDS = { WAITING: "waits for a go", GO: "go", HOLD: "hold", CALLED_OFF: "called off" };
const TONES = { WAITING: "wait", GO: "good", HOLD: "bad", CALLED_OFF: "bad" };
const PROGRESS = {
  PLANNED: "planned", NOBODY_THERE: "nobody there", ENTERED: "entered", SAFE: "safe", SEARCHING: "searching", ENDED: "left",
};
const RESOURCES = {
  DECRYPTION: "decryption", INTERPRETER: "interpreter", MEDICAL: "medical help", VICTIM_SUPPORT: "victim support",
  CHILDRENS_SERVICE: "children’s service", OFFICERS: "more officers", TRANSPORT: "transport", PROSECUTOR: "prosecutor",
};
const TOTALS = [
  ["planned", "sites planned"], ["entered", "entered"], ["ended", "left"], ["arrests", "arrests"],
  ["items", "items seized"], ["overdue", "overdue"], ["silent", "silent too long"],
];
const SVG = "http://www.w3.org/2000/svg";
const MARKS = {
  planned: "M0 3 6 9 0 15 -6 9Z",
  entered: "M-5 3 6 9 -5 15Z",
  ended: "M-5 4H5V14H-5Z",
};

// JSON names constants as the program or in small letters; here they are one.
const upper = (text) => String(text).toUpperCase();
const ms = (text) => (text ? Date.parse(text) : NaN);

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) {
    made.className = className;
  }
  if (text !== undefined) {
    made.textContent = text;
  }
  return made;
}

function badge(tone, text) {
  return element("span", `badge ${tone}`, text);
}

// Every team has left, or found nobody: no order changes anything any more.
function over(lane) {
  return lane.planned > 0 && lane.ended + lane.nobody >= lane.planned;
}

export function clock(time, zone, withDay) {
  const day = withDay ? { day: "numeric", month: "short" } : {};
  return new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit", ...day }).format(time);
}

export class Board {
  constructor(root) {
    this.root = root;
    this.lanes = new Map();
    this.sites = new Map();
    this.head = {};
    this.find = (name) => root.querySelector(`[${name}]`);
    this.find("data-filter").addEventListener("change", () => this.draw());
    this.whole(JSON.parse(root.dataset.board));
  }

  whole(board) {
    this.lanes.clear();
    this.sites.clear();
    this.apply(board);
  }

  apply(part) {
    if (part.whole) {
      this.lanes.clear();
      this.sites.clear();
    }
    part.lanes.forEach((lane) => this.lanes.set(lane.country, lane));
    part.sites.forEach((site) => this.sites.set(site.id, site));
    this.head = { asOf: part.asOf, seen: part.seen, calledOffAt: part.calledOffAt, word: upper(part.word) };
    this.draw();
  }

  draw() {
    const now = ms(this.head.asOf);
    this.drawWord();
    this.drawTotals();
    this.drawAlarms();
    this.drawLanes(now);
    this.drawSites();
    this.drawMap();
  }

  drawWord() {
    const place = this.find("data-word");
    const word = this.head.calledOffAt ? "CALLED_OFF" : this.head.word;
    const done = this.lanes.size > 0 && word !== "CALLED_OFF" && [...this.lanes.values()].every(over);
    place?.replaceChildren(done ? badge("", "all: over") : badge(TONES[word], `all: ${WORDS[word]}`));
  }

  sum(key) {
    return [...this.lanes.values()].reduce((sum, lane) => sum + lane[key], 0);
  }

  drawTotals() {
    const tiles = TOTALS.map(([key, words]) => {
      const tile = element("div", "tile");
      const count = this.sum(key);
      tile.append(element("span", "value", count), element("span", "what", words));
      tile.classList.toggle("tile-look", (key === "overdue" || key === "silent") && count > 0);
      return tile;
    });
    this.find("data-totals").replaceChildren(...tiles);
  }

  drawAlarms() {
    const words = [];
    const against = [...this.sites.values()].filter((site) => site.against);
    if (against.length > 0) {
      words.push(`Against an order: ${against.slice(0, 6).map((site) => `${site.number} ${site.against}`).join("; ")}`);
    }
    const wrong = [...this.sites.values()].filter((site) => site.wrongPlace);
    if (wrong.length > 0) {
      words.push(`Wrong place reported: ${wrong.slice(0, 6).map((site) => site.number).join(", ")}`);
    }
    const care = this.sum("welfareOverdue");
    if (care > 0) {
      words.push(`Care after a search overdue: ${care}`);
    }
    const text = words.join(" · ");
    const place = this.find("data-alarms");
    if (place.dataset.text !== text) {
      place.dataset.text = text;
      place.replaceChildren();
      if (text) {
        const message = element("div", "message bad");
        message.append(element("span", "", text));
        place.append(message);
      }
    }
  }

  // A day long over is drawn without the present: it would press all that happened into a corner.
  span(now) {
    const times = [];
    for (const site of this.sites.values()) {
      times.push(ms(site.plannedAt), ms(site.enteredAt), ms(site.endedAt));
    }
    const known = times.filter((time) => !Number.isNaN(time));
    const present = known.length === 0 || now - Math.max(...known) < 86400e3;
    if (present) {
      known.push(now);
    }
    const first = Math.min(...known) - 1800e3;
    return { first, last: Math.max(Math.max(...known) + 1800e3, first + 3 * 3600e3), present };
  }

  drawLanes(now) {
    const span = this.span(now);
    const bySite = new Map();
    for (const site of this.sites.values()) {
      bySite.set(site.country, [...(bySite.get(site.country) ?? []), site]);
    }
    const rows = [...this.lanes.values()].sort((a, b) => (a.country < b.country ? -1 : 1))
      .map((lane) => this.lane(lane, bySite.get(lane.country) ?? [], span, now));
    this.find("data-lanes").replaceChildren(...rows);
    // Nobody scrolls a wall: with many countries the rows are closer.
    this.root.classList.toggle("many", rows.length > 11);
    this.find("data-axis").textContent =
      `The axis runs from ${clock(span.first, "UTC", true)} to ${clock(span.last, "UTC", true)} UTC${span.present ? `; the line is ${clock(now, "UTC")} UTC` : ""}.`;
  }

  lane(lane, sites, span, now) {
    const row = element("tr");
    const head = element("th", "keep");
    head.scope = "row";
    head.append(element("span", "lane-country", lane.country), " ", element("span", "lane-name", NAMES.of(lane.country)));
    const clocks = element("td", "number clock-cell", lane.zones.map((zone) => clock(now, zone)).filter((text, at, all) => all.indexOf(text) === at).join(", "));
    const word = element("td", "keep");
    word.append(over(lane) ? badge("", "over") : badge(TONES[upper(lane.word)], WORDS[upper(lane.word)]));
    if (lane.held > 0 && upper(lane.word) !== "HOLD") {
      word.append(" ", badge("bad", `${lane.held} held`));
    }
    if (lane.calledOff > 0 && upper(lane.word) !== "CALLED_OFF") {
      word.append(" ", badge("bad", `${lane.calledOff} called off`));
    }
    if (lane.waits) {
      word.append(element("br"), element("span", "small soft", lane.waits));
    }
    const axis = element("td", "axis-cell");
    axis.append(this.axis(lane, sites, span, now));
    const counts = element("td", "number big", `${lane.entered}, ${lane.ended}, of ${lane.planned}`);
    const look = element("td");
    this.lookOfLane(lane).forEach((one) => look.append(one, " "));
    row.append(head, clocks, word, axis, counts, element("td", "number big", lane.arrests), element("td", "number big", lane.items), look);
    return row;
  }

  lookOfLane(lane) {
    const look = [];
    const add = (count, tone, words) => count > 0 && look.push(badge(tone, `${count} ${words}`));
    add(lane.overdue, "bad", "overdue");
    add(lane.silent, "bad", "silent");
    add(lane.against, "bad", "against an order");
    add(lane.nobody, "note", "nobody there");
    add(lane.welfareOverdue, "bad", "care overdue");
    add(lane.doubted, "wait", "clock doubted");
    lane.asked.forEach((one) => look.push(badge("wait", `asks for ${RESOURCES[upper(one)]}`)));
    return look;
  }

  axis(lane, sites, span, now) {
    const drawing = document.createElementNS(SVG, "svg");
    drawing.setAttribute("class", "day-axis");
    drawing.setAttribute("role", "img");
    drawing.setAttribute("aria-label", `${lane.entered} of ${lane.planned} sites entered, ${lane.ended} left`);
    const x = (time) => 1 + (98 * (time - span.first)) / (span.last - span.first);
    // A drawing of its own at each place, so that no mark is stretched with the axis.
    const put = (className, path, time) => {
      const place = document.createElementNS(SVG, "svg");
      place.setAttribute("x", `${x(time).toFixed(2)}%`);
      place.setAttribute("overflow", "visible");
      const mark = document.createElementNS(SVG, "path");
      mark.setAttribute("class", className);
      mark.setAttribute("d", path);
      place.append(mark);
      drawing.append(place);
    };
    const add = (kind, time) => {
      if (!Number.isNaN(time)) {
        put(`mark-${kind}`, MARKS[kind], time);
      }
    };
    if (span.present) {
      put("axis-now", "M0 0V60", now);
    }
    const seen = new Set();
    for (const site of sites) {
      for (const [kind, at] of [["planned", site.plannedAt], ["entered", site.enteredAt], ["ended", site.endedAt]]) {
        const key = `${kind}${Math.round(x(ms(at)) * 4)}`;
        if (!seen.has(key)) {
          seen.add(key);
          add(kind, ms(at));
        }
      }
    }
    return drawing;
  }

  look(site) {
    return site.overdue || site.silent || site.against || site.wrongPlace || site.asked.length > 0;
  }

  drawSites() {
    const wanted = this.find("data-filter").value;
    const inside = (site) => ["ENTERED", "SAFE", "SEARCHING"].includes(upper(site.progress));
    const sites = [...this.sites.values()]
      .filter((site) => wanted === "all" || (wanted === "in" ? inside(site) : this.look(site)))
      .sort((a, b) => a.number.localeCompare(b.number, "en", { numeric: true }));
    this.find("data-site-rows").replaceChildren(...sites.map((site) => this.site(site)));
    this.find("data-no-sites").hidden = sites.length > 0;
  }

  site(site) {
    const row = element("tr");
    const head = element("th", "keep");
    head.scope = "row";
    const link = element("a", "", site.number);
    link.href = this.root.dataset.sites + site.id;
    head.append(link);
    const word = element("td", "keep");
    const left = upper(site.progress) === "ENDED";
    word.append(left ? "" : badge(TONES[upper(site.word)], WORDS[upper(site.word)]));
    const look = element("td");
    const add = (on, tone, words) => on && look.append(badge(tone, words), " ");
    add(site.overdue, "bad", "overdue");
    add(site.silent, "bad", "silent");
    add(site.against, "bad", site.against);
    add(site.wrongPlace, "bad", "wrong place");
    site.asked.forEach((one) => add(true, "wait", `asks for ${RESOURCES[upper(one)]}`));
    row.append(head, element("td", "keep", clock(ms(site.plannedAt), site.zone, true)), word,
      element("td", "keep", PROGRESS[upper(site.progress)]),
      element("td", "keep", site.lastAt ? clock(ms(site.lastAt), site.zone) : ""), look);
    return row;
  }

  drawMap() {
    for (const [country, lane] of this.lanes) {
      const shape = this.root.querySelector(`[data-country="${CSS.escape(country)}"]`);
      const label = this.root.querySelector(`[data-label="${CSS.escape(country)}"]`);
      shape?.setAttribute("class", lane.ended >= lane.planned ? "map-ended" : lane.entered > 0 ? "map-in" : "map-planned");
      if (label) {
        label.textContent = `${country} ${lane.entered}/${lane.planned}`;
      }
    }
  }
}
