import type { CalendarDay, ReaderId, SchoolId } from '@shulian/contracts/ids';
import {
  shared,
  sql,
  statement,
  statementOf,
  words,
  type Rows,
  type StatementOf,
} from '@shulian/service-kit';
import {
  FORGETTABLE,
  forgettableSql,
  forgettableTables,
  keptSql,
  type Forgettable,
} from './forgettable.row.js';

type Due = {
  readonly schoolId: SchoolId;
  readonly upTo: CalendarDay;
  readonly limit: number;
};
const perSort = <T>(of: (what: Forgettable) => T): Readonly<Record<Forgettable, T>> =>
  Object.fromEntries(FORGETTABLE.map((what) => [what, of(what)])) as Record<Forgettable, T>;

const SCHOOLS = statement(
  'forgetting.schools',
  'select school_id as "schoolId" from known_school order by school_id',
);

/** Of a school, the oldest first. */
const DUE = perSort((what): StatementOf<Due> =>
  statementOf<Due>(`forgetting.due-${what}`, (value) => {
    const { school, over } = forgettableTables[what];
    return sql`select x.id from ${words(forgettableSql(what))} and x.${words(school)} = ${value((due) => due.schoolId)}
      and x.${words(over)} <= ${value((due) => due.upTo)}::date and not (${words(keptSql(what))})
      order by x.${words(over)}, x.id limit ${value((due) => due.limit)}`;
  }),
);

/** Who has left, owes nothing and waits for nothing, and of whom something is still known; nobody's whom the law keeps. */
const LEFT = statementOf<{
  readonly schoolId: SchoolId;
  readonly after: ReaderId | null;
  readonly limit: number;
}>(
  'forgetting.left',
  (
    value,
  ) => sql`select r.reader_id as "readerId" from known_reader r join borrower b on b.borrower_id = r.reader_id
    where r.school_id = ${value(({ schoolId }) => schoolId)} and r.standing = 'left' and b.open_loans = 0 and b.compensations_owed = 0
      and b.open_holds = 0 and r.reader_id > coalesce(${value(({ after }) => after)}::uuid, '00000000-0000-0000-0000-000000000000')
      and (${words(
        FORGETTABLE.map(
          (what) => `exists (select from ${forgettableSql(what)} and x.reader_id = r.reader_id)`,
        ).join(' or '),
      )})
      and not exists (select from legal_hold h where h.reader_id = r.reader_id and h.lifted_on is null)
    order by r.reader_id limit ${value(({ limit }) => limit)}`,
);
const OF_LEFT = perSort(
  (what): StatementOf<{ readonly readerIds: readonly ReaderId[]; readonly limit: number }> =>
    statementOf(
      `forgetting.left-${what}`,
      (value) =>
        sql`select x.id from ${words(forgettableSql(what))} and x.reader_id = any(${value(({ readerIds }) => readerIds)}::uuid[])
      and not (${words(keptSql(what))}) limit ${value(({ limit }) => limit)}`,
    ),
);

/** What a dry run says of one sort. */
export type DueCount = { readonly due: number; readonly kept: number };
const COUNT = perSort((what): StatementOf<Omit<Due, 'limit'>> =>
  statementOf<Omit<Due, 'limit'>>(`forgetting.count-${what}`, (value) => {
    const { school, over } = forgettableTables[what];
    const schoolId = shared(value((due) => due.schoolId));
    return sql`select (count(*) filter (where not one.kept))::int as due, (count(*) filter (where one.kept))::int as kept
      from (
        select ${words(keptSql(what))} as kept from ${words(forgettableSql(what))} and x.${words(school)} = ${schoolId}
          and (x.${words(over)} <= ${value((due) => due.upTo)}::date or exists (
            select from known_reader r join borrower b on b.borrower_id = r.reader_id
            where r.reader_id = x.reader_id and r.standing = 'left' and r.school_id = ${schoolId} and b.open_loans = 0
              and b.compensations_owed = 0 and b.open_holds = 0))) one`;
  }),
);

/** What of a school is due to be forgotten. */
export class ForgettingFacts {
  constructor(private readonly rows: Rows) {}

  async schools(): Promise<SchoolId[]> {
    return (await this.rows.rows<{ schoolId: SchoolId }>(SCHOOLS)).map(({ schoolId }) => schoolId);
  }

  async due(what: Forgettable, due: Due): Promise<string[]> {
    return (await this.rows.rows<{ id: string }>(...DUE[what].with(due))).map(({ id }) => id);
  }

  async left(schoolId: SchoolId, after: ReaderId | null, limit: number): Promise<ReaderId[]> {
    const rows = await this.rows.rows<{ readerId: ReaderId }>(...LEFT.with({ schoolId, after, limit }));
    return rows.map(({ readerId }) => readerId);
  }

  async ofLeft(what: Forgettable, readerIds: readonly ReaderId[], limit: number): Promise<string[]> {
    return (await this.rows.rows<{ id: string }>(...OF_LEFT[what].with({ readerIds, limit }))).map(
      ({ id }) => id,
    );
  }

  async count(what: Forgettable, schoolId: SchoolId, upTo: CalendarDay): Promise<DueCount> {
    const [row] = await this.rows.rows<DueCount>(...COUNT[what].with({ schoolId, upTo }));
    return row ?? { due: 0, kept: 0 };
  }
}
