/** Takes bytes as they come. */
export type TakeBytes = (chunk: Buffer) => void;

const lineBreak = 10;

/**
 * Cuts what comes in pieces into lines. Of a line that is longer than is taken only its beginning is handed over, and nothing more of
 * it is kept.
 *
 * @param maxBytes - of a line
 * @param onLine - told each line without its break, once it is whole; of one that is too long `isCut`, as soon as that is known
 */
export function cutLines(maxBytes: number, onLine: (line: string, isCut: boolean) => void): TakeBytes {
  let kept: Buffer[] = [];
  let keptBytes = 0;
  let isSkipping = false;
  const take = (piece: Buffer, isWhole: boolean): void => {
    keptBytes += piece.length;
    const isCut = keptBytes > maxBytes;
    if (!isSkipping && (isWhole || isCut)) {
      const line = kept.length === 0 ? piece : Buffer.concat([...kept, piece]);
      onLine(line.toString('utf8', 0, isCut ? beginning : line.length), isCut);
    }
    isSkipping = !isWhole && isCut;
    if (isWhole || isCut) kept = [];
    else kept.push(piece);
    if (isWhole) keptBytes = 0;
  };
  return (chunk) => {
    let from = 0;
    for (let end = chunk.indexOf(lineBreak); end >= 0; end = chunk.indexOf(lineBreak, from)) {
      take(chunk.subarray(from, end), true);
      from = end + 1;
    }
    if (from < chunk.length) take(chunk.subarray(from), false);
  };
}

/** Bytes of a line that is too long by which it is told whose it is. */
const beginning = 16;
