import { Injectable } from '@nestjs/common';
import type { ReaderId } from '@shulian/contracts/ids';
import { Arrivals, Database, sql, statement, statementOf } from '@shulian/service-kit';
import type { KnownReader } from './known-reader.projection.js';

const BY_ID = statement(
  'known-reader.find',
  `select reader_id as "readerId", school_id as "schoolId", class_id as "classId", kind, active, version
   from known_reader where reader_id = $1`,
);

const BY_IDS = statementOf<readonly string[]>(
  'known-reader.find-all',
  (
    value,
  ) => sql`select reader_id as "readerId", school_id as "schoolId", class_id as "classId", kind, active, version
    from known_reader where reader_id = any(${value((ids) => ids)}::uuid[])`,
);

/** Readers as activities knows them. */
@Injectable()
export class KnownReadersQuery {
  constructor(
    private readonly database: Database,
    private readonly arrivals: Arrivals,
  ) {}

  /**
   * The reader, waited for up to 2 s when not known yet (decision 9); null when none came. Whom the caller may not know of is
   * waited for just as long: neither the answer nor its time may tell that there is such a child.
   */
  awaited(id: ReaderId, mayKnowOf: (reader: KnownReader) => boolean): Promise<KnownReader | null> {
    return this.arrivals.wait(async () => {
      const [reader] = await this.database.rows<KnownReader>(BY_ID, [id]);
      return reader !== undefined && mayKnowOf(reader) ? reader : null;
    });
  }

  /** Many at once, waited for like one: those who are active and whom the caller may name, by id. */
  async allAwaited(
    ids: readonly string[],
    mayName: (reader: KnownReader) => boolean,
  ): Promise<ReadonlyMap<string, KnownReader>> {
    const look = async (): Promise<ReadonlyMap<string, KnownReader>> => {
      const rows = await this.database.rows<KnownReader>(...BY_IDS.with(ids));
      return new Map(
        rows
          .filter((reader) => reader.active && mayName(reader))
          .map((reader) => [reader.readerId, reader] as const),
      );
    };
    const all = await this.arrivals.wait(async () => {
      const found = await look();
      return found.size < ids.length ? null : found;
    });
    return all ?? look();
  }
}
