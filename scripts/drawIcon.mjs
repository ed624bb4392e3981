// Draws images/icon.png: node scripts/drawIcon.mjs. A globe in an editor's colours, with a squiggle under it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { makeFolder, root } from './lib/shell.mjs';

const SIZE = 256;
/** Each pixel is the mean of SAMPLES × SAMPLES points: smooth edges. */
const SAMPLES = 4;

const GROUND = [29, 43, 58];
const PAPER = [244, 239, 228];
const RED = [214, 69, 65];

/** Distance from a point to the squiggle below the globe. */
function squiggle(x, y) {
  const wave = 216 + 7 * Math.sin(((x - 48) / 160) * Math.PI * 8);
  return x < 48 || x > 208 ? Infinity : Math.abs(y - wave);
}

/** Whether a point lies on a line of the globe: the rim, the equator and parallels, the meridians. */
function onGlobe(x, y) {
  const [dx, dy] = [x - 128, y - 108];
  const radius = Math.hypot(dx, dy);
  if (radius > 80) return false;
  if (radius > 72) return true;
  if (Math.abs(dy) < 3.5 || Math.abs(dx) < 3.5) return true;
  if (Math.abs(Math.abs(dy) - 40) < 3.2) return true;
  // A meridian is half an ellipse through both poles.
  const half = Math.sqrt(Math.max(0, 1 - (dy / 76) ** 2)) * 44;
  return Math.abs(Math.abs(dx) - half) < 3.4;
}

/** Rounded square. */
function inside(x, y) {
  const corner = 44;
  const dx = Math.max(corner - x, x - (SIZE - corner), 0);
  const dy = Math.max(corner - y, y - (SIZE - corner), 0);
  return Math.hypot(dx, dy) <= corner;
}

/** Colour and opacity of a point. */
function colour(x, y) {
  if (!inside(x, y)) return [0, 0, 0, 0];
  if (squiggle(x, y) < 5.5) return [...RED, 255];
  return [...(onGlobe(x, y) ? PAPER : GROUND), 255];
}

function pixel(column, row) {
  const sum = [0, 0, 0, 0];
  for (let index = 0; index < SAMPLES * SAMPLES; index++) {
    const [red, green, blue, alpha] = colour(column + ((index % SAMPLES) + 0.5) / SAMPLES, row + (Math.floor(index / SAMPLES) + 0.5) / SAMPLES);
    // Weighed by opacity, so that the dark of nothing does not creep into the edge.
    sum[0] += red * alpha;
    sum[1] += green * alpha;
    sum[2] += blue * alpha;
    sum[3] += alpha;
  }
  const [red, green, blue, alpha] = sum;
  return alpha === 0 ? [0, 0, 0, 0] : [red / alpha, green / alpha, blue / alpha, alpha / SAMPLES ** 2].map(Math.round);
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  let crc = 0xffffffff;
  for (const byte of body) crc = CRC_TABLE[(crc ^ byte) & 255] ^ (crc >>> 8);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE((crc ^ 0xffffffff) >>> 0);
  return Buffer.concat([length, body, sum]);
}

const rows = Array.from({ length: SIZE }, (_, row) =>
  // Each row begins with its filter: none.
  Buffer.from([0, ...Array.from({ length: SIZE }, (_, column) => pixel(column, row)).flat()]),
);
const header = Buffer.alloc(13);
header.writeUInt32BE(SIZE, 0);
header.writeUInt32BE(SIZE, 4);
// 8 bits a channel, red green blue alpha.
header.set([8, 6, 0, 0, 0], 8);
const png = Buffer.concat([
  Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
  chunk('IHDR', header),
  chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
  chunk('IEND', Buffer.alloc(0)),
]);
writeFileSync(join(makeFolder(join(root, 'images')), 'icon.png'), png);
