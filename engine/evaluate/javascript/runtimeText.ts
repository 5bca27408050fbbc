/** What every generated module begins with after its tables: how values are searched for, and bits counted. */
export const runtimeFunctions = `\
const clz = Math.clz32;

function ones(bits) {
  bits -= (bits >>> 1) & 0x55555555;
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

// The last segment that begins at the value or before it; -1 below all of them.
function segmentOf(lows, value) {
  let first = 0;
  let end = lows.length;
  while (first < end) {
    const middle = (first + end) >> 1;
    if (lows[middle] <= value) first = middle + 1;
    else end = middle;
  }
  return first - 1;
}

// Sets the bits of the whole numbers from low to high. Whether the quantity can have one of them.
function mark(quantity, low, high) {
  const { lows, inside } = quantity;
  let some = false;
  for (let at = Math.max(0, segmentOf(lows, low)); at < lows.length && lows[at] <= high; at++) {
    if (inside[at] === 0) continue;
    some = true;
    for (let k = 0; k < quantity.words.length; k++) words[quantity.words[k]] |= quantity.bits[k][at];
  }
  return some;
}

// A number, or ranges { low, high } of the numbers still possible. Whether the quantity can have one of them.
function take(quantity, value) {
  if (typeof value === "number") return Number.isInteger(value) && mark(quantity, value, value);
  if (!Array.isArray(value)) return false;
  let some = false;
  for (const range of value) {
    const low = Math.ceil(range?.low);
    const high = Math.floor(range?.high);
    if (low <= high && mark(quantity, low, high)) some = true;
  }
  return some;
}

function takeNothing(quantity) {
  for (let k = 0; k < quantity.words.length; k++) words[quantity.words[k]] |= quantity.all[k];
}

function tableOf(quantity, word, low, high) {
  return Int32Array.from({ length: high - low + 1 }, (_, at) => quantity.bits[word][segmentOf(quantity.lows, low + at)]);
}`;
