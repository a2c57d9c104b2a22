"""Makes app/src/main/resources/map/countries.geojson from two npm packages, once.

    npm pack world-atlas@2.0.2          ISC; shapes from Natural Earth, public domain
    npm pack i18n-iso-countries         MIT; its codes.json is used here only to look up letters, nothing is copied
    python3 config/map/convert.py world-atlas/countries-50m.json i18n-iso-countries/codes.json > countries.geojson

Lines shared by two countries are simplified once, so neighbours still meet. Europe keeps more detail
than the rest, because most operations need to read it at inset size.
"""

import json
import sys

EUROPE = (-26.0, 33.0, 46.0, 73.0)


def decode(topology):
    scale, move = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x * scale[0] + move[0], y * scale[1] + move[1]))
        yield line


def in_europe(line):
    west, south, east, north = EUROPE
    return any(west < x < east and south < y < north for x, y in line)


def simplify(line, tolerance):
    """Douglas-Peucker without recursion; ends stay."""
    keep = {0, len(line) - 1}
    # A closed ring has equal ends: split it at its farthest point, or it would collapse.
    spans = [(0, len(line) - 1)]
    while spans:
        first, last = spans.pop()
        (ax, ay), (bx, by) = line[first], line[last]
        length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5
        worst, where = -1.0, 0
        for i in range(first + 1, last):
            x, y = line[i]
            if length == 0:
                distance = ((x - ax) ** 2 + (y - ay) ** 2) ** 0.5
            else:
                distance = abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length
            if distance > worst:
                worst, where = distance, i
        if worst > tolerance:
            keep.add(where)
            spans += [(first, where), (where, last)]
    return [line[i] for i in sorted(keep)]


def area(ring):
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:]))) / 2


def ring_of(indexes, arcs, digits):
    points = []
    for index in indexes:
        line = arcs[index] if index >= 0 else arcs[~index][::-1]
        for x, y in line:
            point = [round(x, digits), round(y, digits)]
            if not points or points[-1] != point:
                points.append(point)
    return points


def polygons_of(geometry, arcs):
    parts = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    polygons = []
    for part in parts:
        rings = [ring_of(ring, arcs, 2) for ring in part]
        polygons.append([ring for ring in rings if len(ring) >= 4])
    polygons = [polygon for polygon in polygons if polygon]
    largest = max((area(polygon[0]) for polygon in polygons), default=0)
    return [p for p in polygons
            if area(p[0]) >= (0.01 if in_europe(p[0]) else 0.25) or area(p[0]) == largest]


def main(atlas, codes):
    topology = json.load(open(atlas, encoding="utf-8"))
    letters = {row[2]: row[0] for row in json.load(open(codes, encoding="utf-8"))}
    arcs = [simplify(line, 0.03 if in_europe(line) else 0.12) for line in decode(topology)]
    features = []
    for geometry in topology["objects"]["countries"]["geometries"]:
        name = geometry["properties"]["name"]
        if name == "Antarctica":
            continue
        code = "XK" if name == "Kosovo" else letters.get(str(geometry.get("id", "")).zfill(3), "")
        features.append({"type": "Feature", "id": code, "properties": {"name": name},
                         "geometry": {"type": "MultiPolygon", "coordinates": polygons_of(geometry, arcs)}})
    features.sort(key=lambda feature: (feature["id"], feature["properties"]["name"]))
    json.dump({"type": "FeatureCollection", "features": features}, sys.stdout,
              separators=(",", ":"), ensure_ascii=False)
    print()


main(*sys.argv[1:])
