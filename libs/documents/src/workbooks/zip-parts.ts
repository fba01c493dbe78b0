import { promisify } from 'node:util';
import { createInflateRaw } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { WorkbookUnreadable } from './workbook-unreadable.js';

/** Parts of a workbook: each sheet is one, with a few more for its pictures and remarks. */
const MOST_PARTS = 2_000;
/** All that is unpacked of a workbook, whatever its size: a small file must not cost minutes. */
const MOST_UNPACKED = 256 * 1024 * 1024;

/** Kinds of packing that makers of workbooks use. */
const STORED = 0;
const DEFLATED = 8;

const openZip = promisify<Buffer, yauzl.Options, ZipFile>(yauzl.fromBuffer.bind(yauzl));

/** The files inside a workbook, by name. Each is unpacked while it is read, and holds no more bytes than it says. */
export class ZipParts {
  private unpacked = 0;

  private constructor(
    private readonly bytes: Buffer,
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** @throws WorkbookUnreadable */
  static async of(bytes: Buffer): Promise<ZipParts> {
    const entries = new Map<string, Entry>();
    try {
      const zip = await openZip(bytes, { lazyEntries: true, autoClose: false });
      if (zip.entryCount > MOST_PARTS) throw new WorkbookUnreadable('too-large');
      await new Promise<void>((resolve, reject) => {
        zip.on('error', reject).on('end', resolve);
        zip.on('entry', (entry: Entry) => {
          entries.set(entry.fileName.replace(/^\/+/, ''), entry);
          zip.readEntry();
        });
        zip.readEntry();
      });
      return new ZipParts(bytes, zip, entries);
    } catch (error) {
      throw unreadable(error);
    }
  }

  get names(): readonly string[] {
    return [...this.entries.keys()];
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** @throws WorkbookUnreadable */
  async *bytesOf(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name);
    if (entry === undefined || entry.isEncrypted()) throw new WorkbookUnreadable('damaged');
    let size = 0;
    try {
      for await (const piece of await this.piecesOf(entry)) {
        const bytes = piece as Buffer;
        if ((size += bytes.length) > entry.uncompressedSize) throw new WorkbookUnreadable('damaged');
        if ((this.unpacked += bytes.length) > MOST_UNPACKED) throw new WorkbookUnreadable('too-large');
        yield bytes;
      }
    } catch (error) {
      throw unreadable(error);
    }
    if (size !== entry.uncompressedSize) throw new WorkbookUnreadable('damaged');
  }

  private async piecesOf(entry: Entry): Promise<AsyncIterable<unknown> | Buffer[]> {
    const { fileDataStart } = await this.headOf(entry);
    const packed = this.bytes.subarray(fileDataStart, fileDataStart + entry.compressedSize);
    if (entry.compressionMethod === STORED) return [packed];
    if (entry.compressionMethod !== DEFLATED) throw new WorkbookUnreadable('damaged');
    const inflated = createInflateRaw();
    inflated.end(packed);
    return inflated;
  }

  private headOf(entry: Entry): Promise<{ readonly fileDataStart: number }> {
    return new Promise((resolve, reject) => {
      this.zip.readLocalFileHeader(entry, { minimal: true }, (error, head) => {
        if (error === null && head !== undefined) resolve(head);
        else reject(error ?? new WorkbookUnreadable('damaged'));
      });
    });
  }
}

const unreadable = (error: unknown): WorkbookUnreadable =>
  error instanceof WorkbookUnreadable ? error : new WorkbookUnreadable('damaged');
