import { Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

/** A file of an archive, read when its turn comes. */
export type ZipEntry = { readonly name: string; readonly body: AsyncIterable<Uint8Array> };

type Written = {
  readonly name: Buffer;
  readonly at: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
};

/** Sizes follow the bytes (bit 3), names are UTF-8 (bit 11): what is written is never gone back to. */
const FLAGS = 0x0808;
const DEFLATED = 8;
const VERSION = 20;
/** Without a time of its own: 1 January 1980, the first day an archive can name. */
const DAY = 0x0021;
/** An archive without the 64-bit parts ends here; what we print is far from it. */
const MOST = 0xffff_ffff;
const MOST_ENTRIES = 0xffff;

/**
 * Files as one ZIP archive, made while it is read: no file is held, and each begins when the one before it has ended.
 * @throws Error, in the stream, when a file cannot be read, or the archive gets larger than its format can say
 */
export const zipOf = (entries: AsyncIterable<ZipEntry>): Readable =>
  Readable.from(bytesOf(entries), { objectMode: false });

async function* bytesOf(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let at = 0;
  for await (const { name: text, body } of entries) {
    const name = Buffer.from(text, 'utf8');
    const start = at;
    const head = localHeader(name);
    yield head;
    at += head.length;
    let [crc, size, packed] = [0, 0, 0];
    const plain = async function* (): AsyncGenerator<Uint8Array> {
      for await (const part of body) {
        crc = crc32(part, crc);
        size += part.length;
        yield part;
      }
    };
    const source = Readable.from(plain(), { objectMode: false });
    const deflate = createDeflateRaw();
    source.once('error', (error) => deflate.destroy(error));
    for await (const part of source.pipe(deflate) as AsyncIterable<Buffer>) {
      packed += part.length;
      yield part;
    }
    const sizes = descriptor({ crc, packed, size });
    yield sizes;
    at += packed + sizes.length;
    written.push({ name, at: start, crc, packed, size });
    if (at > MOST || size > MOST || written.length > MOST_ENTRIES)
      throw new Error('the archive is too large');
  }
  const directory = Buffer.concat(written.map(directoryEntry));
  yield Buffer.concat([directory, endOf(written.length, directory.length, at)]);
}

function localHeader(name: Buffer): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(VERSION, 4);
  head.writeUInt16LE(FLAGS, 6);
  head.writeUInt16LE(DEFLATED, 8);
  head.writeUInt16LE(DAY, 12);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name]);
}

function descriptor({ crc, packed, size }: Pick<Written, 'crc' | 'packed' | 'size'>): Buffer {
  const told = Buffer.alloc(16);
  told.writeUInt32LE(0x08074b50, 0);
  told.writeUInt32LE(crc, 4);
  told.writeUInt32LE(packed, 8);
  told.writeUInt32LE(size, 12);
  return told;
}

function directoryEntry({ name, at, crc, packed, size }: Written): Buffer {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(VERSION, 4);
  entry.writeUInt16LE(VERSION, 6);
  entry.writeUInt16LE(FLAGS, 8);
  entry.writeUInt16LE(DEFLATED, 10);
  entry.writeUInt16LE(DAY, 14);
  entry.writeUInt32LE(crc, 16);
  entry.writeUInt32LE(packed, 20);
  entry.writeUInt32LE(size, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt32LE(at, 42);
  return Buffer.concat([entry, name]);
}

function endOf(entries: number, length: number, at: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(at, 16);
  return end;
}
