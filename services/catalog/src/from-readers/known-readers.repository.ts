import { statement, type Rows } from '@shulian/service-kit';
import type { KnownReader } from './known-reader.projection.js';

const KNOW = statement(
  'known-reader.know',
  `insert into known_reader as k (reader_id, version, school_id, kind, section, entry_year, left_on)
   values ($1, $2, $3, $4, $5, $6, $7)
   on conflict (reader_id) do update set version = excluded.version, school_id = excluded.school_id, kind = excluded.kind,
     section = excluded.section, entry_year = excluded.entry_year, left_on = excluded.left_on
   where k.version < excluded.version`,
);

/** Written by the projection and nobody else; an older version changes nothing. */
export class KnownReadersRepository {
  constructor(private readonly rows: Rows) {}

  async know(reader: KnownReader): Promise<void> {
    const { readerId, version, schoolId, kind, section, entryYear, leftOn } = reader;
    await this.rows.rows(KNOW, [readerId, version, schoolId, kind, section, entryYear, leftOn]);
  }
}
