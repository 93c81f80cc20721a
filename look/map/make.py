"""Makes `land.txt`, the coast of the world, of `land-10m.json` of npm's `world-atlas`:  python3 make.py land-10m.json > land.txt

Each line is one ring in the units of the drawing (see `look::map::project`), tenths, as differences to the point before.
A ring stays whole: one that crosses 180° is followed across it, one that crosses the edge of the map (169° W) stands on
the side where most of it lies, and reaches beyond the edge there; a view that shows the other side turns it by itself
(`look/src/map/coast.rs`). Points are left out where the line does not move by more than TOLERANCE, rings where nobody
could see them.
"""
import json, math, sys

TOLERANCE = 0.35     # units; a region's map draws one in some 4 pixels
LEAST_AREA = 0.4      # square units
SOUTH = -60.0         # Antarctica has no cities
CUT = 0.01            # degrees: what runs as far along 180° is a cut of the source; its two sides agree more nearly
A = (1.340264, -0.081106, 0.000893, 0.003796)
SCALE, CX, CY, MERIDIAN = 1847.3156767339817, 5000.0, 2414.0, 11.0


def project(lon, lat):
    m = math.sqrt(3) / 2
    t = math.asin(m * math.sin(math.radians(lat)))
    t2 = t * t
    t6 = t2 ** 3
    x = math.radians(lon - MERIDIAN) * math.cos(t) / (m * (A[0] + 3 * A[1] * t2 + t6 * (7 * A[2] + 9 * A[3] * t2)))
    return CX + SCALE * x, CY - SCALE * t * (A[0] + A[1] * t2 + t6 * (A[2] + A[3] * t2))


def arcs_of(topology):
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        yield points


def rings(topology):
    arcs = list(arcs_of(topology))
    for geometry in topology["objects"]["land"]["geometries"]:
        for polygon in geometry["arcs"]:
            for ring in polygon:
                points = []
                for arc in ring:
                    part = arcs[arc] if arc >= 0 else arcs[~arc][::-1]
                    points += part if not points else part[1:]
                yield points


def followed(ring):
    """Without a step across the world: where a ring crosses 180°, its degrees go on beyond them."""
    turn, before = 0, ring[0][0]
    for lon, lat in ring:
        turn -= 360 * round((lon - before) / 360)
        before = lon
        yield lon + turn, lat


def cut(ring):
    """Where a ring runs along 180°: the place of the edge's first point, its latitudes. The source cuts some land there."""
    for at in range(len(ring) - 1):
        (lon, lat), (to_lon, to_lat) = ring[at], ring[at + 1]
        if abs(abs(lon) - 180) < 1e-6 and abs(abs(to_lon) - 180) < 1e-6 and abs(to_lat - lat) > CUT:
            return at, lat, to_lat
    return None


def mended(rings):
    """Land that the source cuts at 180° in one piece again, so that no line crosses it."""
    whole = [ring for ring in rings if not cut(ring)]
    parts = [(ring, *cut(ring)) for ring in rings if cut(ring)]
    while parts:
        one, at, begin, to = parts.pop()
        other = next((part for part in parts if abs(part[2] - to) < CUT / 2 and abs(part[3] - begin) < CUT / 2), None)
        if other is None:
            sys.exit(f"land is cut at 180° from {begin}° to {to}° and goes on nowhere")
        parts.remove(other)
        ring, there = other[0], other[1]
        # Each begins behind its cut and ends before it; the first and the last point of a ring are the same.
        joined = one[at + 1:-1] + one[:at + 1] + ring[there + 1:-1] + ring[:there + 1] + [one[at + 1]]
        # A ring may be cut more than once.
        (parts.append((joined, *cut(joined))) if cut(joined) else whole.append(joined))
    return whole


def placed(ring):
    """On one side of the map's edge, as a whole."""
    ring = list(followed(ring))
    middle = sum(lon for lon, _ in ring) / len(ring)
    turn = -360 * round((middle - MERIDIAN) / 360)
    return [project(lon + turn, lat) for lon, lat in ring]


def simplified(points):
    """Douglas and Peucker, without recursion; rings are cut at the point farthest from the first."""
    def far(first, last):
        (ax, ay), (bx, by) = points[first], points[last]
        length = math.hypot(bx - ax, by - ay)
        best, at = -1.0, None
        for i in range(first + 1, last):
            px, py = points[i]
            d = abs((bx - ax) * (ay - py) - (ax - px) * (by - ay)) / length if length > 1e-9 else math.hypot(px - ax, py - ay)
            if d > best:
                best, at = d, i
        return best, at
    keep = {0, len(points) - 1}
    stack = [(0, len(points) - 1)]
    while stack:
        first, last = stack.pop()
        best, at = far(first, last)
        if at is not None and best > TOLERANCE:
            keep.add(at)
            stack += [(first, at), (at, last)]
    return [points[i] for i in sorted(keep)]


def area(points):
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(points, points[1:] + points[:1]))) / 2


total = 0
for ring in mended(list(rings(json.load(open(sys.argv[1]))))):
    if max(lat for _, lat in ring) < SOUTH:
        continue
    points = simplified(placed(ring))[:-1]
    if len(points) < 3 or area(points) < LEAST_AREA:
        continue
    x = y = 0
    line = []
    for px, py in points:
        px, py = round(px * 10), round(py * 10)
        if line and (px, py) == (x, y):
            continue
        line += [px - x, py - y]
        x, y = px, py
    total += len(line) // 2
    print(" ".join(map(str, line)))
print(total, "points", file=sys.stderr)
