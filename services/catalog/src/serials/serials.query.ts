import { Injectable } from '@nestjs/common';
import {
  afterCursor,
  Clock,
  Database,
  Lists,
  numberAfter,
  pageOf,
  statement,
  unknownThing,
  type Page,
} from '@shulian/service-kit';
import type { CalendarDay, TitleId } from '@shulian/contracts/ids';
import { LANGUAGE_KIND_SQL } from '../titles/rules/language-kind.js';
import { frequencyOf, issuesOfYear } from './rules/issue-pattern.js';
import { readScan } from './rules/serial.js';
import { FROM_SERIAL, SERIAL_COLUMNS } from './serial.row.js';
import type { SerialChangesAsked, SerialChangeView, SerialsAsked, SerialView } from './serials.http.js';

const BY_ID = statement('serials.byId', `select ${SERIAL_COLUMNS} ${FROM_SERIAL} where s.title_id = $1`);
/** A county takes some thousand serials at most: read as they are. */
const LIST = `select ${SERIAL_COLUMNS} ${FROM_SERIAL}
  where ($1::text is null or position(lower($1) in lower(t.title)) > 0) and ($2::text is null or s.kind = $2)
    and ($3::text is null or ${LANGUAGE_KIND_SQL('t.languages')} = $3) and ($4::text is null or s.audience = $4)
    and ($5::text is null or s.core_subjects @> array[$5]) and (not $6 or s.issn = $7 or s.postal_code = $8)
    and ($9::uuid is null or s.title_id > $9)
  order by s.title_id limit $10`;
const CHANGES = `select version, on_day::text as "on", by_whom as "by", seen_in as "seenIn", changes
  from serial_change where title_id = $1 and ($2::int = 0 or version < $2) order by version desc limit $3`;

export type StoredSerial = Omit<SerialView, 'frequency' | 'issuesThisYear'>;

export const asSerialView = (row: StoredSerial, today: CalendarDay): SerialView => ({
  ...row,
  frequency: frequencyOf(row.pattern),
  issuesThisYear: issuesOfYear(row.pattern, Number(today.slice(0, 4))).length,
});

/** The serials of the county, and how each came to be what it is. */
@Injectable()
export class SerialsQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 */
  async byId(id: TitleId): Promise<SerialView> {
    const [row] = await this.database.rows<StoredSerial>(BY_ID, [id]);
    if (row === undefined) throw unknownThing();
    return asSerialView(row, this.clock.today());
  }

  async find(asked: SerialsAsked): Promise<Page<SerialView>> {
    const scanned = asked.code === undefined ? null : readScan(asked.code);
    const rows = await this.lists.rows<StoredSerial>(LIST, [
      asked.q ?? null,
      asked.kind ?? null,
      asked.language ?? null,
      asked.audience ?? null,
      asked.subject ?? null,
      scanned !== null,
      scanned?.issn ?? null,
      scanned?.postalCode ?? null,
      afterCursor(asked.cursor, 1)?.[0] ?? null,
      asked.limit + 1,
    ]);
    return pageOf(
      rows,
      asked.limit,
      (row) => asSerialView(row, this.clock.today()),
      ({ id }) => [id],
    );
  }

  /** The newest first. @throws Problem 404 */
  async changes(id: TitleId, asked: SerialChangesAsked): Promise<Page<SerialChangeView>> {
    await this.byId(id);
    const rows = await this.lists.rows<SerialChangeView>(CHANGES, [
      id,
      numberAfter(asked.cursor),
      asked.limit + 1,
    ]);
    return pageOf(
      rows,
      asked.limit,
      (row) => row,
      ({ version }) => [version],
    );
  }
}
