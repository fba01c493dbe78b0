import { statement, type Session } from '@shulian/service-kit';
import type { CalendarDay, CopyId, SchoolId } from '@shulian/contracts/ids';
import type { Movement, Occasion } from './rules/movement.js';

/** The row is locked to the end of the transaction: running numbers have no gap and none is given twice. */
const TAKE = statement(
  'registers.takeNumbers',
  `insert into register as r (school_id, next_line) values ($1, 1 + $2::int)
   on conflict (school_id) do update set next_line = r.next_line + $2::int
   returning next_line - $2::int as first, period`,
);

/** By the main class of a copy, as `register_line.main_class` has it. */
const mainClassOf = (clc: string): string =>
  `case when ${clc} ~ '^[A-KN-VXZ]' then left(${clc}, 1) else '-' end`;

/**
 * The batch is found or made, then the lines are written. A line carries its title with it where no other copy of the
 * title stands in the same main class: whoever holds the row of `register` sees all that others have moved.
 */
const WRITE = statement(
  'registers.write',
  `with known as (
     select number from register_batch
     where school_id = $1 and period = $2 and day = $3::date and side = $4 and source = $5
       and document_number is not distinct from $6 and import_id is not distinct from $7::uuid
   ), made as (
     insert into register_batch (school_id, number, period, day, side, source, document_number, import_id)
     select $1, next_batch, $2, $3::date, $4, $5, $6, $7::uuid from register
     where school_id = $1 and not exists (select from known)
     returning number
   ), counted as (
     update register set next_batch = next_batch + 1 where school_id = $1 and exists (select from made)
   ), batch as (
     select number from known union all select number from made
   ), moved as (
     select m.*, ${mainClassOf('m.clc')} as main_class
     from jsonb_to_recordset($9::jsonb) as m
       (at int, kind text, copy_id uuid, title_id uuid, volumes int, fen int, clc text, corrects int, note text)
   )
   insert into register_line (school_id, number, batch, period, day, kind, copy_id, title_id, volumes, titles, fen, clc,
                              corrects, note, by_whom)
   select $1, $8::int + m.at, batch.number, $2, $3::date, m.kind, m.copy_id, m.title_id, m.volumes,
          case when row_number() over (partition by m.title_id, m.main_class order by m.at) = 1 and not exists (
            select from copy c
            where c.title_id = m.title_id and c.school_id = $1 and c.stock_state <> 'withdrawn'
              and ${mainClassOf('c.clc')} = m.main_class
              and not exists (select from moved mine where mine.copy_id = c.id)
          ) then m.volumes else 0 end,
          m.fen, m.clc, m.corrects, m.note, $10
   from moved m cross join batch`,
);

const HOLD = statement('registers.hold', 'select from register where school_id = $1 for update');
const NEXT_PERIOD = statement(
  'registers.nextPeriod',
  `update register r set period = r.period + 1
   where r.school_id = $1 and r.next_line - 1 > coalesce((
     select max(p.last_line) from register_period p where p.school_id = $1), 0)
   returning r.period - 1 as number, r.next_line - 1 as "lastLine"`,
);
const CLOSE = statement(
  'registers.closePeriod',
  `insert into register_period
     (school_id, number, name, closed_on, closed_at, closed_by, last_line, titles, volumes, fen)
   select $1, $2, $3, $4::date, $5, $6, $7, sum(titles), sum(volumes), sum(fen)
   from register_line where school_id = $1 and number <= $7
   returning number, closed_on::text as "closedOn", last_line as "lastLine", titles, volumes, fen::float8 as fen`,
);
const IS_OF_COPY = statement(
  'registers.isOfCopy',
  `select from register_line where school_id = $1 and number = $2 and copy_id = $3`,
);

/** How a period ended. */
export type ClosedPeriod = {
  readonly number: number;
  readonly closedOn: string;
  readonly lastLine: number;
  readonly titles: number;
  readonly volumes: number;
  readonly fen: number;
};

/** The registers of a school; lines are only ever added. */
export class RegistersRepository {
  constructor(private readonly session: Session) {}

  /**
   * Writes the lines of one occasion, all in or all out, after the copies themselves were written. The register of the
   * school stays locked to the end of the transaction, and nothing is locked after it.
   */
  async add(schoolId: SchoolId, occasion: Occasion, movements: readonly Movement[]): Promise<void> {
    if (movements.length === 0) return;
    const [taken] = await this.session.rows<{ first: number; period: number }>(TAKE, [
      schoolId,
      movements.length,
    ]);
    if (taken === undefined) throw new Error('the register gave no number');
    const rows = movements.map(({ kind, copy, volumes, fen, corrects, note }, at) => ({
      at,
      kind,
      copy_id: copy.id,
      title_id: copy.titleId,
      volumes,
      fen,
      clc: copy.clc,
      corrects,
      note,
    }));
    await this.session.rows(WRITE, [
      schoolId,
      taken.period,
      occasion.day,
      occasion.side,
      occasion.source,
      occasion.documentNumber,
      occasion.importId,
      taken.first,
      JSON.stringify(rows),
      occasion.by,
    ]);
  }
  /** Whether the line is one of this copy. */
  async isLineOf(schoolId: SchoolId, number: number, copyId: CopyId): Promise<boolean> {
    return (await this.session.rows(IS_OF_COPY, [schoolId, number, copyId])).length > 0;
  }

  /** Null when nothing has moved since the last close. Whoever writes lines meanwhile waits, and is of the next period. */
  async closePeriod(
    schoolId: SchoolId,
    how: { readonly name: string; readonly by: string; readonly day: CalendarDay; readonly at: Date },
  ): Promise<ClosedPeriod | null> {
    // What the next statement sees must be what the one before it has left.
    await this.session.rows(HOLD, [schoolId]);
    const [ended] = await this.session.rows<{ number: number; lastLine: number }>(NEXT_PERIOD, [schoolId]);
    if (ended === undefined) return null;
    const [closed] = await this.session.rows<ClosedPeriod>(CLOSE, [
      schoolId,
      ended.number,
      how.name,
      how.day,
      how.at,
      how.by,
      ended.lastLine,
    ]);
    if (closed === undefined) throw new Error('the period was not closed');
    return closed;
  }
}
