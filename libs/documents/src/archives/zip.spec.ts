import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fromBuffer } from 'yauzl';
import { unzipped } from './unzipped.builder.js';
import { zipOf, type ZipEntry } from './zip.js';

async function* filesOf(
  files: readonly (readonly [string, readonly Uint8Array[]])[],
): AsyncGenerator<ZipEntry> {
  for (const [name, parts] of files)
    yield {
      name,
      body: (async function* () {
        for (const part of parts) yield await Promise.resolve(part);
      })(),
    };
}

describe('an archive', () => {
  it('holds every file as it was, whatever is in it and however it came', async () => {
    const file = fc.tuple(
      fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }),
      fc.array(fc.uint8Array({ maxLength: 400 }), { maxLength: 4 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(file, { maxLength: 5, selector: ([name]) => name }), async (files) => {
        const found = unzipped(await buffer(zipOf(filesOf(files))));
        expect([...found.keys()]).toEqual(files.map(([name]) => name));
        for (const [name, parts] of files) expect(found.get(name)).toEqual(Buffer.concat(parts));
      }),
      { numRuns: 60 },
    );
  });

  it('says the check sum of each file, by which others know that it is whole', async () => {
    const body = Buffer.from('教职工借阅登记表');
    const archive = await buffer(zipOf(filesOf([['A-借阅.csv', [body]]])));
    const directory = archive.lastIndexOf(Buffer.from('504b0102', 'hex'));
    expect(archive.readUInt32LE(directory + 16)).toBe(crc32(body));
    // Bit 11: the name is UTF-8.
    expect(archive.readUInt16LE(directory + 8) & 0x0800).toBe(0x0800);
  });

  it('is read by what others read archives with', async () => {
    const archive = await buffer(
      zipOf(
        filesOf([
          ['A-借阅.csv', [Buffer.from('甲')]],
          ['B.pdf', []],
        ]),
      ),
    );
    const names = await new Promise<string[]>((resolve, reject) => {
      fromBuffer(archive, { lazyEntries: false, validateEntrySizes: true }, (error, file) => {
        if (error !== null) return reject(error);
        const found: string[] = [];
        file.on('entry', ({ fileName }: { fileName: string }) => found.push(fileName));
        file.once('end', () => resolve(found)).once('error', reject);
      });
    });
    expect(names).toEqual(['A-借阅.csv', 'B.pdf']);
  });

  it('breaks off where a file breaks off, so that nobody takes a part for the whole', async () => {
    const broken = async function* (): AsyncGenerator<ZipEntry> {
      yield* filesOf([['whole.csv', [Buffer.from('x')]]]);
      yield {
        name: 'broken.csv',
        body: (async function* (): AsyncGenerator<Uint8Array> {
          yield await Promise.resolve(Buffer.from('begun'));
          throw new Error('the service went away');
        })(),
      };
    };
    await expect(buffer(zipOf(broken()))).rejects.toThrow('the service went away');
  });
});
