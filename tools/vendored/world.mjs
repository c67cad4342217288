// Draws land, without borders, as SVG in the Equal Earth projection, and writes the numbers that place a point on it.
// Land: Natural Earth 4.1 (public domain) as repackaged by world-atlas. Run by tools/vendor: node world.mjs TARGET
import {readFileSync, writeFileSync} from 'node:fs';
import {feature} from 'topojson-client';
import {geoEqualEarth, geoPath} from 'd3-geo';

const WIDTH = 1000, EAST = 11, NORTH = 84, SOUTH = -57;
const SCALES = {
  land: {source: '110m', tolerance: 0.25, least: 2.2},
  'land-fine': {source: '50m', tolerance: 0.12, least: 0.5},
};
const CHECKED = [[0, 0], [51.4215, 35.6892], [-118.2437, 34.0522], [126.978, 37.5665], [174.776, -41.2866], [-169.5, 60], [-68.3, -54.8]];

const projection = geoEqualEarth().rotate([-EAST, 0]).fitWidth(WIDTH, {type: 'Sphere'});
const [left, centre] = projection.translate();
const top = projection([EAST, NORTH])[1];
projection.translate([left, centre - top]);
const height = Math.round(projection([EAST, SOUTH])[1]);

function distance([x, y], [ax, ay], [bx, by]) {
  const length = Math.hypot(bx - ax, by - ay);
  return length ? Math.abs((x - ax) * (by - ay) - (y - ay) * (bx - ax)) / length : Math.hypot(x - ax, y - ay);
}

function simplified(points, tolerance) { // Douglas and Peucker
  let far = 0, most = tolerance;
  for (let i = 1; i < points.length - 1; i++) {
    const away = distance(points[i], points[0], points.at(-1));
    if (away > most) [far, most] = [i, away];
  }
  if (!far) return points.length < 3 ? points : [points[0], points.at(-1)];
  return [...simplified(points.slice(0, far + 1), tolerance), ...simplified(points.slice(far), tolerance).slice(1)];
}

function simplifiedRing(ring, tolerance) { // halved at its farthest point, so that neither half is a point
  let half = 0, most = 0;
  ring.forEach(([x, y], i) => {
    const away = Math.hypot(x - ring[0][0], y - ring[0][1]);
    if (away > most) [half, most] = [i, away];
  });
  return [...simplified(ring.slice(0, half + 1), tolerance), ...simplified(ring.slice(half), tolerance).slice(1)];
}

function area(ring) {
  let twice = 0;
  for (let i = 1; i < ring.length; i++) twice += ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
  return Math.abs(twice / 2);
}

const tenths = value => String(value / 10).replace(/^(-?)0\./, '$1.');

function pathOf(points, closed) { // relative moves of whole tenths
  let [px, py] = points[0].map(value => Math.round(value * 10));
  let text = `M${tenths(px)} ${tenths(py)}l`, drawn = 0;
  for (const point of points.slice(1, closed ? -1 : undefined)) {
    const [x, y] = point.map(value => Math.round(value * 10));
    if (x === px && y === py) continue;
    text += (drawn++ && x >= px ? ' ' : '') + tenths(x - px) + (y < py ? '' : ' ') + tenths(y - py);
    [px, py] = [x, y];
  }
  return drawn < (closed ? 2 : 1) ? '' : text + (closed ? 'z' : '');
}

function rings(shape) {
  const found = [];
  geoPath(projection, {
    moveTo: (x, y) => found.push([[x, y]]),
    lineTo: (x, y) => found.at(-1).push([x, y]),
    closePath: () => found.at(-1).push(found.at(-1)[0]),
  })(shape);
  return found;
}

function land({source, tolerance, least}) {
  const topology = JSON.parse(readFileSync(`node_modules/world-atlas/land-${source}.json`));
  const kept = rings(feature(topology, topology.objects.land)).filter(ring => area(ring) >= least && ring.some(([, y]) => y < height));
  return kept.map(ring => pathOf(simplifiedRing(ring, tolerance), true)).join('');
}

const sphere = pathOf(simplifiedRing(rings({type: 'Sphere'})[0], 0.15), true);
projection.clipExtent([[0, 0], [WIDTH, height]]);
const meridians = Array.from({length: 24}, (_, i) => ((i * 15 + EAST + 540 - 165) % 360) - 180)
  .map(lon => rings({type: 'LineString', coordinates: Array.from({length: 60}, (_, j) => [lon, SOUTH + (j * (NORTH - SOUTH)) / 59])}))
  .flat().map(line => pathOf(simplified(line, 0.1), false)).join('');

const target = process.argv[2];
for (const [name, scale] of Object.entries(SCALES))
  writeFileSync(`${target}/${name}.svg`,
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}"><path id="land" d="${land(scale)}"/></svg>\n`);
writeFileSync(`${target}/world.json`, JSON.stringify({
  what: 'Equal Earth; x and y in the drawing of land.svg and land-fine.svg; land: Natural Earth 4.1, public domain',
  width: WIDTH, height, east: EAST, scale: projection.scale(), x: projection.translate()[0], y: projection.translate()[1],
  north: NORTH, south: SOUTH, sphere, meridians, checked: CHECKED.map(at => [...at, ...projection(at)]),
}, null, 1) + '\n');
