import { statement, type Session } from '@shulian/service-kit';
import type { CalendarDay, CopyId, SchoolId } from '@shulian/contracts/ids';
import type { Movement, Occasion } from './rules/movement.js';

/** The rows are locked to the end of the transaction: running numbers have no gap and none is given twice. */
const TAKE = statement(
  'registers.takeNumbers',
  `insert into register as r (school_id, next_line)
   select t.school_id, 1 + t.lines from unnest($1::uuid[], $2::int[]) as t (school_id, lines) order by t.school_id
   on conflict (school_id) do update set next_line = r.next_line + excluded.next_line - 1
   returning school_id, next_line, period`,
);

/** By the main class of a copy, as `register_line.main_class` has it. */
const mainClassOf = (clc: string): string =>
  `case when ${clc} ~ '^[A-KN-VXZ]' then left(${clc}, 1) else '-' end`;

/**
 * The batch of each school is found or made, then the lines are written. A line carries its title with it where no other
 * copy of the title stands in the same main class: whoever holds the row of `register` sees all that others have moved.
 */
const WRITE = statement(
  'registers.write',
  `with taken as (
     select * from unnest($1::uuid[], $2::int[], $3::int[]) as t (school_id, period, first)
   ), known as (
     select b.school_id, b.number from register_batch b join taken t on t.school_id = b.school_id and t.period = b.period
     where b.day = $4::date and b.side = $5 and b.source = $6
       and b.document_number is not distinct from $7 and b.import_id is not distinct from $8::uuid
       and b.delivery_id is not distinct from $11::uuid and b.bought_on is not distinct from $12::date
       and b.bought_reason is not distinct from $13
   ), made as (
     insert into register_batch
       (school_id, number, period, day, side, source, document_number, import_id, delivery_id, bought_on, bought_reason)
     select t.school_id, r.next_batch, t.period, $4::date, $5, $6, $7, $8::uuid, $11::uuid, $12::date, $13
     from taken t join register r on r.school_id = t.school_id
     where not exists (select from known k where k.school_id = t.school_id)
     returning school_id, number
   ), counted as (
     update register r set next_batch = r.next_batch + 1 from made m where r.school_id = m.school_id
   ), batch as (
     select school_id, number from known union all select school_id, number from made
   ), moved as (
     select m.*, ${mainClassOf('m.clc')} as main_class
     from jsonb_to_recordset($9::jsonb) as m
       (school_id uuid, at int, kind text, copy_id uuid, title_id uuid, volumes int, fen int, clc text, corrects int, note text)
   ), standing as (
     select distinct c.school_id, c.title_id, ${mainClassOf('c.clc')} as main_class
     from (select distinct school_id, title_id from moved) m
     join copy c on c.title_id = m.title_id and c.school_id = m.school_id and c.stock_state <> 'withdrawn'
     where not exists (select from moved mine where mine.copy_id = c.id)
   )
   insert into register_line (school_id, number, batch, period, day, kind, copy_id, title_id, volumes, titles, fen, clc,
                              corrects, note, by_whom, approved_by)
   select m.school_id, t.first + m.at, batch.number, t.period, $4::date, m.kind, m.copy_id, m.title_id, m.volumes,
          case when s.title_id is null and row_number() over (
            partition by m.school_id, m.title_id, m.main_class, m.volumes order by m.at) = 1
          then m.volumes else 0 end,
          m.fen, m.clc, m.corrects, m.note, $10, $14
   from moved m
   join taken t on t.school_id = m.school_id
   join batch on batch.school_id = m.school_id
   left join standing s on s.school_id = m.school_id and s.title_id = m.title_id and s.main_class = m.main_class`,
);

const HOLD = statement('registers.hold', 'select from register where school_id = $1 for update');
const NAMED = statement(
  'registers.periodNamed',
  'select from register_period where school_id = $1 and name = $2',
);
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
   * Writes the lines of one occasion in the books of every school that it touches, all in, all out or none of both, after
   * the copies themselves were written. The registers stay locked to the end of the transaction, in the order of their
   * schools, and nothing is locked after them.
   */
  async add(occasion: Occasion, movements: readonly Movement[]): Promise<void> {
    if (movements.length === 0) return;
    const lines = new Map<SchoolId, number>();
    const rows = movements.map(({ kind, copy, volumes, fen, corrects, note }) => {
      const at = lines.get(copy.schoolId) ?? 0;
      lines.set(copy.schoolId, at + 1);
      return {
        school_id: copy.schoolId,
        at,
        kind,
        copy_id: copy.id,
        title_id: copy.titleId,
        volumes,
        fen,
        clc: copy.clc,
        corrects,
        note,
      };
    });
    const taken = await this.session.rows<{ school_id: SchoolId; next_line: number; period: number }>(TAKE, [
      [...lines.keys()],
      [...lines.values()],
    ]);
    await this.session.rows(WRITE, [
      taken.map(({ school_id }) => school_id),
      taken.map(({ period }) => period),
      taken.map(({ school_id, next_line }) => next_line - (lines.get(school_id) ?? 0)),
      occasion.day,
      occasion.side,
      occasion.source,
      occasion.documentNumber,
      occasion.importId,
      JSON.stringify(rows),
      occasion.by,
      occasion.deliveryId ?? null,
      occasion.withoutDelivery?.boughtOn ?? null,
      occasion.withoutDelivery?.reason ?? null,
      occasion.approvedBy ?? null,
    ]);
  }

  /** Whether the line is one of this copy. */
  async isLineOf(schoolId: SchoolId, number: number, copyId: CopyId): Promise<boolean> {
    return (await this.session.rows(IS_OF_COPY, [schoolId, number, copyId])).length > 0;
  }

  /** Or why not: the name is taken, or nothing has moved since the last close. Whoever writes lines meanwhile waits, and is of the next period. */
  async closePeriod(
    schoolId: SchoolId,
    how: { readonly name: string; readonly by: string; readonly day: CalendarDay; readonly at: Date },
  ): Promise<ClosedPeriod | 'name-taken' | 'empty'> {
    // What the next statement sees must be what the one before it has left.
    await this.session.rows(HOLD, [schoolId]);
    if ((await this.session.rows(NAMED, [schoolId, how.name])).length > 0) return 'name-taken';
    const [ended] = await this.session.rows<{ number: number; lastLine: number }>(NEXT_PERIOD, [schoolId]);
    if (ended === undefined) return 'empty';
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
