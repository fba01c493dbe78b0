import { statement, type Rows } from '@shulian/service-kit';
import type { KnownTitle } from './known-title.projection.js';

const KNOW = statement(
  'known-title.know',
  `insert into known_title (title_id, merged_into, version, title) values ($1, $2, $3, $4)
   on conflict (title_id) do update set merged_into = excluded.merged_into, version = excluded.version,
     title = coalesce(excluded.title, known_title.title)
   where known_title.version < excluded.version`,
);

/** Written by the projection and nobody else; an older version changes nothing. */
export class KnownTitlesRepository {
  constructor(private readonly rows: Rows) {}

  async know({ titleId, mergedInto, version, title }: KnownTitle): Promise<void> {
    await this.rows.rows(KNOW, [titleId, mergedInto, version, title]);
  }
}
