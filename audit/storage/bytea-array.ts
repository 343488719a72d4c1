/** Of PostgreSQL's types. */
const byteaOid = 17;
/** Bytes before the first item: dimensions, whether there are nulls, type of the items, how many, number of the first. */
const headerBytes = 20;

/**
 * A list of bytes in PostgreSQL's binary form of `bytea[]`. As text each byte would be two characters, written by one side
 * and read by the other.
 *
 * @see PostgreSQL, `array_recv`
 */
export function byteaArray(items: readonly Uint8Array[]): Buffer {
  const bytes = items.reduce((sum, { length }) => sum + 4 + length, headerBytes);
  const array = Buffer.allocUnsafe(items.length === 0 ? 12 : bytes);
  array.writeInt32BE(items.length === 0 ? 0 : 1, 0);
  array.writeInt32BE(0, 4);
  array.writeInt32BE(byteaOid, 8);
  if (items.length === 0) return array;
  array.writeInt32BE(items.length, 12);
  array.writeInt32BE(1, 16);
  let at = headerBytes;
  for (const item of items) {
    array.writeInt32BE(item.length, at);
    array.set(item, at + 4);
    at += 4 + item.length;
  }
  return array;
}
