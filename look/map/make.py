"""Makes `land.txt`, the coast of the world, of `land-10m.json` of npm's `world-atlas`:  python3 make.py land-10m.json > land.txt

Each line is one ring in the units of the drawing (see `look::map::project`), tenths, as differences to the point before.
A ring that crosses the edge of the map (169° W) stays whole on the side where most of it lies. Points are left out
where the line does not move by more than TOLERANCE, rings where nobody could see them.
"""
import json, math, sys

TOLERANCE = 0.35     # units; a region's map draws one in some 4 pixels
LEAST_AREA = 0.4      # square units
SOUTH = -60.0         # Antarctica has no cities
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


def placed(ring):
    """On one side of the map's edge, as a whole."""
    middle = sum(lon for lon, _ in ring) / len(ring)
    turn = -360 if middle - MERIDIAN > 180 else 360 if middle - MERIDIAN < -180 else 0
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
for ring in rings(json.load(open(sys.argv[1]))):
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
