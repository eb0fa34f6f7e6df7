// Draws a QR code (ISO/IEC 18004) of capital letters and digits, error correction level L. The device has
// to draw it without a line, so it is drawn here.

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
// Level L, versions 1 to 40 (ISO/IEC 18004, table 9): check words for a block, and blocks.
const CHECK_WORDS = [
  7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26, 28, 30, 30, 30, 30, 30,
  30, 30, 30, 30, 30, 30, 30, 30, 30,
];
const BLOCKS = [
  1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18, 19, 19, 20, 21,
  22, 24, 25,
];
const MASKS = [
  (x, y) => (x + y) % 2,
  (x, y) => y % 2,
  (x) => x % 3,
  (x, y) => (x + y) % 3,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
  (x, y) => ((x * y) % 2) + ((x * y) % 3),
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
];

// Rows of true (dark) and false, without the quiet zone.
export function qrSquares(text) {
  const version = versionFor(text.length);
  const words = withChecks(dataWords(text, version), version);
  const candidates = MASKS.map((mask, number) => drawn(words, version, mask, number));
  return candidates.reduce((best, each) => (penalty(each) < penalty(best) ? each : best));
}

// The same as a picture to scan from a screen.
export function qrPicture(text) {
  const squares = qrSquares(text);
  const size = squares.length + 8;
  const path = squares.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + 4} ${y + 4}h1v1h-1z` : ''))).join('');
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`);
  svg.setAttribute('shape-rendering', 'crispEdges');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', 'QRコード');
  for (const [fill, shape] of [['#fff', `M0 0h${size}v${size}H0z`], ['#000', path]]) {
    const part = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    part.setAttribute('fill', fill);
    part.setAttribute('d', shape);
    svg.append(part);
  }
  return svg;
}

const sizeOf = (version) => version * 4 + 17;

function rawWords(version) {
  let squares = (16 * version + 128) * version + 64;
  if (version >= 2) {
    const marks = Math.floor(version / 7) + 2;
    squares -= (25 * marks - 10) * marks - 55;
    squares -= version >= 7 ? 36 : 0;
  }
  return Math.floor(squares / 8);
}

const dataCapacity = (version) => rawWords(version) - CHECK_WORDS[version - 1] * BLOCKS[version - 1];

const lengthBits = (version) => (version < 10 ? 9 : version < 27 ? 11 : 13);

function versionFor(letters) {
  for (let version = 1; version <= 40; version++) {
    const bits = 4 + lengthBits(version) + Math.floor(letters / 2) * 11 + (letters % 2) * 6;
    if (bits <= dataCapacity(version) * 8) {
      return version;
    }
  }
  throw new RangeError('too long for a QR code');
}

function dataWords(text, version) {
  const bits = [];
  const add = (value, length) => {
    for (let bit = length - 1; bit >= 0; bit--) {
      bits.push((value >> bit) & 1);
    }
  };
  add(2, 4);
  add(text.length, lengthBits(version));
  for (let at = 0; at < text.length; at += 2) {
    const first = LETTERS.indexOf(text[at]);
    if (at + 1 < text.length) {
      add(first * 45 + LETTERS.indexOf(text[at + 1]), 11);
    } else {
      add(first, 6);
    }
  }
  const room = dataCapacity(version);
  add(0, Math.min(4, room * 8 - bits.length));
  add(0, (8 - (bits.length % 8)) % 8);
  const words = Array.from({ length: bits.length / 8 }, (_, at) => parseInt(bits.slice(at * 8, at * 8 + 8).join(''), 2));
  for (let fill = 0xec; words.length < room; fill ^= 0xec ^ 0x11) {
    words.push(fill);
  }
  return words;
}

// Reed and Solomon over GF(256), 0x11d.
function times(one, other) {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >> 7) * 0x11d);
    product ^= ((other >> bit) & 1) * one;
  }
  return product;
}

function divisor(degree) {
  const terms = new Array(degree).fill(0);
  terms[degree - 1] = 1;
  for (let round = 0, root = 1; round < degree; round++, root = times(root, 2)) {
    for (let at = 0; at < degree; at++) {
      terms[at] = times(terms[at], root) ^ (at + 1 < degree ? terms[at + 1] : 0);
    }
  }
  return terms;
}

function checksOf(data, by) {
  const rest = new Array(by.length).fill(0);
  for (const word of data) {
    const factor = word ^ rest.shift();
    rest.push(0);
    by.forEach((term, at) => (rest[at] ^= times(term, factor)));
  }
  return rest;
}

function withChecks(data, version) {
  const blocks = BLOCKS[version - 1];
  const checkWords = CHECK_WORDS[version - 1];
  const all = rawWords(version);
  const shortBlocks = blocks - (all % blocks);
  const shortLength = Math.floor(all / blocks) - checkWords;
  const by = divisor(checkWords);
  const parts = [];
  for (let block = 0, at = 0; block < blocks; block++) {
    const length = shortLength + (block < shortBlocks ? 0 : 1);
    const part = data.slice(at, at + length);
    parts.push({ part, checks: checksOf(part, by) });
    at += length;
  }
  const words = [];
  for (let at = 0; at <= shortLength; at++) {
    parts.forEach(({ part }) => at < part.length && words.push(part[at]));
  }
  for (let at = 0; at < checkWords; at++) {
    parts.forEach(({ checks }) => words.push(checks[at]));
  }
  return words;
}

function drawn(words, version, mask, number) {
  const size = sizeOf(version);
  const squares = Array.from({ length: size }, () => new Array(size).fill(null));
  const set = (x, y, dark) => {
    if (x >= 0 && y >= 0 && x < size && y < size) {
      squares[y][x] = dark;
    }
  };
  marks(set, version, size);
  formatBits(set, size, number);
  if (version >= 7) {
    versionBits(set, size, version);
  }
  fill(squares, words, mask, size);
  return squares;
}

function marks(set, version, size) {
  for (let at = 0; at < size; at++) {
    set(at, 6, at % 2 === 0);
    set(6, at, at % 2 === 0);
  }
  for (const [x, y] of [[3, 3], [size - 4, 3], [3, size - 4]]) {
    around(4, (dx, dy, far) => set(x + dx, y + dy, far !== 2 && far !== 4));
  }
  const places = markPlaces(version, size);
  const last = places.length - 1;
  places.forEach((x, i) =>
    places.forEach((y, j) => {
      const corner = (i === 0 && j === 0) || (i === 0 && j === last) || (i === last && j === 0);
      if (!corner) {
        around(2, (dx, dy, far) => set(x + dx, y + dy, far !== 1));
      }
    }),
  );
}

function around(reach, act) {
  for (let dy = -reach; dy <= reach; dy++) {
    for (let dx = -reach; dx <= reach; dx++) {
      act(dx, dy, Math.max(Math.abs(dx), Math.abs(dy)));
    }
  }
}

function markPlaces(version, size) {
  if (version === 1) {
    return [];
  }
  const number = Math.floor(version / 7) + 2;
  const step = version === 32 ? 26 : Math.ceil((version * 4 + 4) / (number * 2 - 2)) * 2;
  return [6, ...Array.from({ length: number - 1 }, (_, at) => size - 7 - (number - 2 - at) * step)];
}

function formatBits(set, size, mask) {
  const data = (1 << 3) | mask;
  let rest = data;
  for (let bit = 0; bit < 10; bit++) {
    rest = (rest << 1) ^ ((rest >> 9) * 0x537);
  }
  const bits = ((data << 10) | rest) ^ 0x5412;
  const dark = (bit) => ((bits >> bit) & 1) === 1;
  for (let bit = 0; bit < 6; bit++) {
    set(8, bit, dark(bit));
  }
  set(8, 7, dark(6));
  set(8, 8, dark(7));
  set(7, 8, dark(8));
  for (let bit = 9; bit < 15; bit++) {
    set(14 - bit, 8, dark(bit));
  }
  for (let bit = 0; bit < 8; bit++) {
    set(size - 1 - bit, 8, dark(bit));
  }
  for (let bit = 8; bit < 15; bit++) {
    set(8, size - 15 + bit, dark(bit));
  }
  set(8, size - 8, true);
}

function versionBits(set, size, version) {
  let rest = version;
  for (let bit = 0; bit < 12; bit++) {
    rest = (rest << 1) ^ ((rest >> 11) * 0x1f25);
  }
  const bits = (version << 12) | rest;
  for (let bit = 0; bit < 18; bit++) {
    const dark = ((bits >> bit) & 1) === 1;
    const [far, near] = [size - 11 + (bit % 3), Math.floor(bit / 3)];
    set(far, near, dark);
    set(near, far, dark);
  }
}

function fill(squares, words, mask, size) {
  let bit = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    right -= right === 6 ? 1 : 0;
    const upwards = ((right + 1) & 2) === 0;
    for (let step = 0; step < size; step++) {
      const y = upwards ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (squares[y][x] === null) {
          const dark = bit < words.length * 8 && ((words[bit >> 3] >> (7 - (bit & 7))) & 1) === 1;
          squares[y][x] = dark !== (mask(x, y) === 0);
          bit++;
        }
      }
    }
  }
}

// Long runs and blocks of one colour are hard to read.
function penalty(squares) {
  const size = squares.length;
  let sum = 0;
  for (let a = 0; a < size; a++) {
    for (let b = 0; b + 5 <= size; b++) {
      sum += [0, 1, 2, 3].every((more) => squares[a][b + more] === squares[a][b + more + 1]) ? 1 : 0;
      sum += [0, 1, 2, 3].every((more) => squares[b + more][a] === squares[b + more + 1][a]) ? 1 : 0;
    }
  }
  return sum;
}
