import { inflateRawSync } from 'node:zlib';

/** What is in a ZIP archive, by its directory: name → bytes. @throws Error when it is none */
export function unzipped(archive: Buffer): ReadonlyMap<string, Buffer> {
  const end = archive.lastIndexOf(Buffer.from('504b0506', 'hex'));
  if (end < 0) throw new Error('no end of an archive');
  const files = new Map<string, Buffer>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (archive.readUInt32LE(at) !== 0x02014b50) throw new Error('no entry of a directory');
    const [packed, size, length] = [
      archive.readUInt32LE(at + 20),
      archive.readUInt32LE(at + 24),
      archive.readUInt16LE(at + 28),
    ];
    const local = archive.readUInt32LE(at + 42);
    const begins = local + 30 + archive.readUInt16LE(local + 26);
    const body = inflateRawSync(archive.subarray(begins, begins + packed));
    if (body.length !== size) throw new Error('a file of another size');
    files.set(archive.toString('utf8', at + 46, at + 46 + length), body);
    at += 46 + length;
  }
  return files;
}
