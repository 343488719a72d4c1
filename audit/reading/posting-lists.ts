/** Entries are indexed in chunks of so many; a place within one takes two bytes. */
export const chunkSize = 4_096;

/** Places within a chunk, ascending, two bytes each. */
export function placesOf(bytes: Uint8Array): Uint16Array {
  // a copy: a view needs an even address
  return new Uint16Array(new Uint8Array(bytes).buffer);
}

/** Places that stand in both. */
export function intersect(left: Uint16Array, right: Uint16Array): Uint16Array {
  const both = new Uint16Array(Math.min(left.length, right.length));
  let found = 0;
  for (let a = 0, b = 0; a < left.length && b < right.length;) {
    const [one = 0, other = 0] = [left[a], right[b]];
    if (one === other) both[found++] = one;
    if (one <= other) a += 1;
    if (other <= one) b += 1;
  }
  return both.subarray(0, found);
}

/** All places before `end`. */
export function allPlaces(end: number): Uint16Array {
  const places = new Uint16Array(Math.min(end, chunkSize));
  for (let place = 0; place < places.length; place += 1) places[place] = place;
  return places;
}
