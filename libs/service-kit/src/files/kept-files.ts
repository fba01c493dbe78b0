import type { Rows } from '../database/session.js';

/** Which files something refers to, written in the transaction of what refers to them. */
export class KeptFiles {
  constructor(private readonly rows: Rows) {}

  /** @throws Error when it was swept already: it lay unused for a day */
  async keep(id: string): Promise<void> {
    const kept = await this.rows.rows(
      'update stored_file set unused_since = null where id = $1 returning 1',
      [id],
    );
    if (kept.length === 0) throw new Error('the file was kept too late');
  }

  async drop(id: string): Promise<void> {
    await this.rows.rows('update stored_file set unused_since = clock_timestamp() where id = $1', [id]);
  }
}
