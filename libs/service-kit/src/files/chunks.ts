/** What is kept in one row: small enough for memory, large enough for few trips. */
export const CHUNK_BYTES = 262_144;

/** The same bytes in pieces of one size; the last may be shorter. */
export async function* inChunks(
  bytes: AsyncIterable<Uint8Array>,
  size = CHUNK_BYTES,
): AsyncGenerator<Buffer> {
  let pending: Uint8Array[] = [];
  let held = 0;
  for await (let piece of bytes) {
    while (held + piece.length >= size) {
      const taken = size - held;
      yield Buffer.concat([...pending, piece.subarray(0, taken)]);
      pending = [];
      held = 0;
      piece = piece.subarray(taken);
    }
    if (piece.length > 0) {
      pending.push(piece);
      held += piece.length;
    }
  }
  if (held > 0) yield Buffer.concat(pending);
}
