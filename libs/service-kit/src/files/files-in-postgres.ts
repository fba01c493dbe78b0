import type { Rows } from '../database/session.js';
import { inChunks } from './chunks.js';
import type { FileContents } from './file-contents.js';

/** Files as chunks in the schema of the service: they share its backups, and replicas need no disk in common. */
export class FilesInPostgres implements FileContents {
  constructor(private readonly rows: Rows) {}

  async write(id: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
    let n = 0;
    for await (const chunk of inChunks(bytes)) {
      await this.rows.rows('insert into file_chunk (file_id, n, bytes) values ($1, $2, $3)', [id, n, chunk]);
      n += 1;
    }
    // A file without a byte is a file all the same.
    if (n === 0)
      await this.rows.rows('insert into file_chunk (file_id, n, bytes) values ($1, 0, $2)', [
        id,
        Buffer.alloc(0),
      ]);
  }

  async read(id: string): Promise<AsyncIterable<Uint8Array> | null> {
    const first = await this.chunk(id, 0);
    return first === null ? null : this.from(id, first);
  }

  async remove(id: string): Promise<void> {
    await this.rows.rows('delete from file_chunk where file_id = $1', [id]);
  }

  private async *from(id: string, first: Buffer): AsyncGenerator<Buffer> {
    let n = 0;
    for (let chunk: Buffer | null = first; chunk !== null; chunk = await this.chunk(id, n)) {
      yield chunk;
      n += 1;
    }
  }

  private async chunk(id: string, n: number): Promise<Buffer | null> {
    const [row] = await this.rows.rows<{ bytes: Buffer }>(
      'select bytes from file_chunk where file_id = $1 and n = $2',
      [id, n],
    );
    return row?.bytes ?? null;
  }
}
