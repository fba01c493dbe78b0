import type { Database } from '../database/database.js';
import { newId } from '../ids/new-id.js';
import { Problem } from '../problem/refused.js';
import type { FileContents } from './file-contents.js';

export type StoredFile = {
  readonly id: string;
  /** Decided by what is in it, never by what its sender said. */
  readonly mediaType: string;
  readonly size: number;
};

export type OpenFile = StoredFile & { readonly bytes: AsyncIterable<Uint8Array> };

/** How long a file may lie unused, in which nobody can still be on the way to use it or to read it. */
const UNUSED_FOR = `interval '1 day'`;
const AT_ONCE = 100;

/**
 * The files of a service. Which there are stands in its database, the bytes lie where the edition keeps them. A file is
 * written first, unused; the transaction that refers to it keeps it, and the one that refers to it no more drops it
 * (`KeptFiles`); what is unused for a day is removed. So no commit refers to a file that is not there, and none is left
 * over, whoever dies in between.
 */
export class FileStore {
  constructor(
    private readonly database: Database,
    private readonly contents: FileContents,
  ) {}

  /** Writes a file, unused. @throws Problem 413 when it is larger than `most` bytes */
  async write(
    bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    mediaType: string,
    most: number,
  ): Promise<StoredFile> {
    const id = newId();
    let size = 0;
    const counted = async function* (): AsyncGenerator<Uint8Array> {
      for await (const piece of bytes) {
        size += piece.length;
        if (size > most) throw new Problem(413, 'request.too-large');
        yield piece;
      }
    };
    await this.database.rows('insert into stored_file (id, media_type) values ($1, $2)', [id, mediaType]);
    await this.contents.write(id, counted());
    await this.database.rows('update stored_file set size = $2 where id = $1', [id, size]);
    return { id, mediaType, size };
  }

  /** Null when there is none. It can be read to its end although it is dropped meanwhile. */
  async open(id: string): Promise<OpenFile | null> {
    const [row] = await this.database.rows<{ mediaType: string; size: string }>(
      'select media_type as "mediaType", size from stored_file where id = $1',
      [id],
    );
    const bytes = row === undefined ? null : await this.contents.read(id);
    return row === undefined || bytes === null
      ? null
      : { id, mediaType: row.mediaType, size: Number(row.size), bytes };
  }

  /** Removes what nothing refers to; returns how many. @param signal stops it between two files */
  async sweep(signal?: AbortSignal): Promise<number> {
    let removed = 0;
    for (;;) {
      const unused = await this.database.rows<{ id: string }>(
        `select id from stored_file where unused_since < clock_timestamp() - ${UNUSED_FOR}
         order by unused_since limit $1`,
        [AT_ONCE],
      );
      for (const { id } of unused) {
        if (signal?.aborted === true) return removed;
        // The row goes last: what was interrupted is found again.
        await this.contents.remove(id);
        await this.database.rows('delete from stored_file where id = $1', [id]);
        removed += 1;
      }
      if (unused.length < AT_ONCE) return removed;
    }
  }
}
