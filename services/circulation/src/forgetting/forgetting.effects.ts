import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { sql, statement, statementOf, words, type Rows, type StatementOf } from '@shulian/service-kit';
import { FORGETTABLE, forgettableTables, type Forgettable } from './forgettable.row.js';

/** The school year of a day, as SQL: it begins with September. */
const yearOf = (day: string): string => `extract(year from ${day} - interval '8 months')::int`;

type Forgotten = { readonly schoolId: SchoolId; readonly ids: readonly string[]; readonly on: CalendarDay };
const perSort = <T>(of: (what: Forgettable) => T): Readonly<Record<Forgettable, T>> =>
  Object.fromEntries(FORGETTABLE.map((what) => [what, of(what)])) as Record<Forgettable, T>;

const STAND_IN = perSort((what): StatementOf<Forgotten> =>
  statementOf<Forgotten>(`forgetting.stand-in-${what}`, (value) => {
    const { table, counts } = forgettableTables[what];
    return sql`insert into reader_stand_in (school_id, reader_id, school_year)
      select ${value(({ schoolId }) => schoolId)}::uuid, x.reader_id, ${words(yearOf(`x.${counts}`))} from ${words(table)} x
      where x.id = any(${value(({ ids }) => ids)}::uuid[]) group by 2, 3
      on conflict (reader_id, school_year) do nothing`;
  }),
);
const FORGET = perSort((what): StatementOf<Forgotten> =>
  statementOf<Forgotten>(`forgetting.forget-${what}`, (value) => {
    const { table, counts, also } = forgettableTables[what];
    const set = also.map((one) => `, ${one}`).join('');
    return sql`update ${words(table)} x set reader_id = s.stand_in, forgotten_on = ${value(({ on }) => on)}::date${words(set)}
      from reader_stand_in s
      where x.id = any(${value(({ ids }) => ids)}::uuid[]) and x.forgotten_on is null and s.reader_id = x.reader_id
        and s.school_year = ${words(yearOf(`x.${counts}`))}
      returning x.id`;
  }),
);
/** Whoever opens a compensation again just now is waited for; what is owed keeps its loan. */
const STILL_OWED = statement(
  'forgetting.still-owed',
  `select loan_id as "loanId" from (
     select loan_id, status from compensation where loan_id = any($1::uuid[]) order by id for update) c where status = 'owed'`,
);
/** What else says whose a loan was. */
const WITH_LOANS = ['compensation', 'dunning_line', 'class_return_line'].map((table) =>
  statement(
    `forgetting.with-loans-${table.replaceAll('_', '-')}`,
    `update ${table} t set reader_id = l.reader_id from loan l
     where l.id = t.loan_id and l.id = any($1::uuid[]) and t.reader_id is not null`,
  ),
);
const NOTES = statement(
  'forgetting.notes',
  `with paid as (
     update compensation set note = null, settlement_note = null where loan_id = any($1::uuid[])
   ), cases as (
     update loan_case set note = null, end_note = null where loan_id = any($1::uuid[]))
   update desk_override set reason = '-' where loan_id = any($1::uuid[])`,
);
const RUN = statementOf<{ readonly schoolId: SchoolId; readonly on: CalendarDay; readonly counts: Counts }>(
  'forgetting.run',
  (value) => {
    const columns = FORGETTABLE.join(', ');
    const values = FORGETTABLE.map((what) => sql`, ${value(({ counts }) => counts[what])}::int`).reduce(
      (all, one) => sql`${all}${one}`,
    );
    return sql`insert into forgetting_run as r (school_id, on_day, ${words(columns)})
      values (${value(({ schoolId }) => schoolId)}, ${value(({ on }) => on)}${values})
      on conflict (school_id, on_day) do update set
        ${words(FORGETTABLE.map((what) => `${what} = r.${what} + excluded.${what}`).join(', '))}`;
  },
);
/** The year is over, or the reader has left, and nothing of it is left that could need them: from here on nobody knows whose they are. */
const DROP = statementOf<{ readonly schoolId: SchoolId; readonly today: CalendarDay }>(
  'forgetting.drop-stand-ins',
  (value) => {
    const year = `between make_date(s.school_year, 9, 1) and make_date(s.school_year + 1, 8, 31)`;
    const remains = FORGETTABLE.map((what) => {
      const { table, counts } = forgettableTables[what];
      return `exists (select from ${table} x where x.reader_id = s.reader_id and x.forgotten_on is null and x.${counts} ${year})`;
    }).join(' or ');
    return sql`delete from reader_stand_in s where s.school_id = ${value(({ schoolId }) => schoolId)}
      and (make_date(s.school_year + 1, 8, 31) < ${value(({ today }) => today)}::date
        or exists (select from known_reader r where r.reader_id = s.reader_id and r.standing = 'left'))
      and not (${words(remains)})`;
  },
);

export type Counts = Readonly<Record<Forgettable, number>>;
export const noCounts: Counts = perSort(() => 0);

/** Puts stand-ins in the place of readers. */
export class ForgettingEffects {
  constructor(private readonly rows: Rows) {}

  /** @param ids of the sort, of one school. @returns how many were forgotten */
  async forget(
    what: Forgettable,
    schoolId: SchoolId,
    ids: readonly string[],
    on: CalendarDay,
  ): Promise<number> {
    const owed = what === 'loans' ? await this.rows.rows<{ loanId: string }>(STILL_OWED, [ids]) : [];
    const kept = new Set(owed.map(({ loanId }) => loanId));
    const forgotten = { schoolId, on, ids: ids.filter((id) => !kept.has(id)) };
    await this.rows.rows(...STAND_IN[what].with(forgotten));
    const rows = await this.rows.rows(...FORGET[what].with(forgotten));
    if (what === 'loans') {
      for (const one of WITH_LOANS) await this.rows.rows(one, [forgotten.ids]);
      await this.rows.rows(NOTES, [forgotten.ids]);
    }
    if (rows.length > 0) await this.report(schoolId, on, { ...noCounts, [what]: rows.length });
    return rows.length;
  }

  async dropStandIns(schoolId: SchoolId, today: CalendarDay): Promise<void> {
    await this.rows.rows(...DROP.with({ schoolId, today }));
  }

  private async report(schoolId: SchoolId, on: CalendarDay, counts: Counts): Promise<void> {
    await this.rows.rows(...RUN.with({ schoolId, on, counts }));
  }
}
