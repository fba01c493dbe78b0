import { TextDecoder } from 'node:util';

/**
 * Takes a byte order mark off the beginning and makes UTF-16, with its mark or told by the zero bytes of its ASCII, into
 * UTF-8. `isMarked` says that what follows is UTF-8 without doubt.
 */
export async function withoutMark(
  source: AsyncIterable<Uint8Array>,
): Promise<{ isMarked: boolean; stream: AsyncIterable<Uint8Array> }> {
  const chunks = source[Symbol.asyncIterator]();
  let start: Uint8Array = new Uint8Array(0);
  while (start.length < ENOUGH) {
    const next = await chunks.next();
    if (next.done === true) break;
    start = start.length === 0 ? next.value : Buffer.concat([start, next.value]);
  }
  const mark = markOf(start);
  const bytes = (async function* () {
    yield start.subarray(mark.length);
    for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) yield next.value;
  })();
  if (mark.is === 'utf-16le' || mark.is === 'utf-16be')
    return { isMarked: true, stream: asUtf8(bytes, new TextDecoder(mark.is)) };
  return { isMarked: mark.is === 'utf-8', stream: bytes };
}

const ENOUGH = 256;

const markOf = (bytes: Uint8Array): { is: 'utf-8' | 'utf-16le' | 'utf-16be' | null; length: number } => {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { is: 'utf-8', length: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { is: 'utf-16le', length: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { is: 'utf-16be', length: 2 };
  // Separators and line ends of UTF-16 have a zero byte, always on the same side.
  const zeros = [0, 0];
  bytes.subarray(0, ENOUGH).forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (odd >= 2 && even === 0) return { is: 'utf-16le', length: 0 };
  if (even >= 2 && odd === 0) return { is: 'utf-16be', length: 0 };
  return { is: null, length: 0 };
};

async function* asUtf8(source: AsyncIterable<Uint8Array>, decoder: TextDecoder): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}
