import { Injectable } from '@nestjs/common';
import {
  afterCursor,
  Database,
  denied,
  pageOf,
  queryId,
  unknownThing,
  type Caller,
  type Page,
} from '@shulian/service-kit';
import { compensationColumns, toCompensation, type CompensationRow } from './compensation.row.js';
import { toCompensationView, type CompensationsAsked, type CompensationView } from './compensations.http.js';
import { sight, visible } from './loans.query.js';
import type { CompensationId } from './rules/compensation.js';

/** Who may see the loan, and the school that owns the copy. */
const SEEN = `from compensation c join loan l on l.id = c.loan_id
  where (${visible(1)} or c.school_id = any($2::uuid[]))`;

const show = (row: CompensationRow): CompensationView => toCompensationView(toCompensation(row));

@Injectable()
export class CompensationsQuery {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  async list(caller: Caller, asked: CompensationsAsked): Promise<Page<CompensationView>> {
    if (asked.schoolId !== undefined && !caller.mayWorkAt(asked.schoolId)) throw denied();
    const after = afterCursor(asked.cursor, 1)?.[0];
    const rows = await this.database.rows<CompensationRow>(
      `select ${compensationColumns} ${SEEN}
         and ($5::uuid is null or c.reader_id = $5::uuid)
         and ($6::uuid is null or c.school_id = $6::uuid or l.reader_school_id = $6::uuid)
         and ($7::text is null or c.status = $7::text)
         and ($8::uuid is null or c.id < $8::uuid)
       order by c.id desc limit $9`,
      [
        ...sight(caller),
        asked.readerId ?? null,
        asked.schoolId ?? null,
        asked.status ?? null,
        after === undefined ? null : queryId('cursor', String(after)),
        asked.limit + 1,
      ],
    );
    return pageOf(rows, asked.limit, show, (row) => [row.id]);
  }

  /** @throws Problem 404, also for a compensation the caller may not know of */
  async one(caller: Caller, id: CompensationId): Promise<CompensationView> {
    const [row] = await this.database.rows<CompensationRow>(
      `select ${compensationColumns} ${SEEN} and c.id = $5`,
      [...sight(caller), id],
    );
    if (row === undefined) throw unknownThing();
    return show(row);
  }
}
