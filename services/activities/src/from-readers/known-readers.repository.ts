import { statement, type Rows } from '@shulian/service-kit';
import type { KnownReader } from './known-reader.projection.js';

const KNOW = statement(
  'known-reader.know',
  `insert into known_reader (reader_id, school_id, class_id, active, version, kind) values ($1, $2, $3, $4, $5, $6)
   on conflict (reader_id) do update set school_id = excluded.school_id, class_id = excluded.class_id,
     active = excluded.active, version = excluded.version, kind = excluded.kind
   where known_reader.version < excluded.version`,
);

/** Written by the projection and nobody else; an older version changes nothing. */
export class KnownReadersRepository {
  constructor(private readonly rows: Rows) {}

  async know(reader: KnownReader): Promise<void> {
    await this.rows.rows(KNOW, [
      reader.readerId,
      reader.schoolId,
      reader.classId,
      reader.active,
      reader.version,
      reader.kind,
    ]);
  }
}
