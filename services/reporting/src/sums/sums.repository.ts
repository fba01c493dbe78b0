import { statement, type Rows, type Statement, type Tx } from '@shulian/service-kit';
import { sumsKept, type Change, type SumsOf } from './rules/change.js';

const typeOf = (column: string): string => {
  if (column === 'day' || column === 'lent_before') return 'date';
  if (column === 'value_fen') return 'bigint';
  if (column.endsWith('_id')) return 'uuid';
  return ['reader_kind', 'main_class', 'movement'].includes(column) ? 'text' : 'int';
};
const columnsOf = (of: SumsOf): string[] => [...sumsKept[of].keys, 'day', ...sumsKept[of].counts];

/** The differences by day, added to the day and to its month; rows in the order of the key. */
function adding(of: SumsOf): Statement {
  const { table, counts } = sumsKept[of];
  const key = [...sumsKept[of].keys, 'grain', 'starts_on'].join(', ');
  const columns = columnsOf(of);
  return statement(
    `${table}.add`,
    `insert into ${table} as s (${key}, ${counts.join(', ')})
     select ${key}, ${counts.map((count) => `sum(${count})`).join(', ')}
     from unnest(${columns.map((column, at) => `$${at + 1}::${typeOf(column)}[]`).join(', ')}) as c(${columns.join(', ')})
       cross join lateral (values ('day', day), ('month', date_trunc('month', day)::date)) g(grain, starts_on)
     group by ${key} order by ${key}
     on conflict (${key}) do update set ${counts.map((count) => `${count} = s.${count} + excluded.${count}`).join(', ')}`,
  );
}
const ADD: Readonly<Record<SumsOf, Statement>> = {
  lending: adding('lending'),
  classes: adding('classes'),
  readers: adding('readers'),
  movements: adding('movements'),
  uses: adding('uses'),
  stock: adding('stock'),
  visits: adding('visits'),
};

const BORROWED = statement(
  'borrower-year.borrowed',
  `insert into borrower_year as b (school_year, reader_id, days)
   select school_year_of(day), reader_id,
          bit_or(set_bit(repeat('0', 366)::bit(366), day - make_date(school_year_of(day), 9, 1), 1))
   from unnest($1::uuid[], $2::date[]) as l(reader_id, day) group by 1, 2 order by 1, 2
   on conflict (school_year, reader_id) do update set days = b.days | excluded.days
   where b.days | excluded.days <> b.days`,
);

/**
 * The sums, written once at the end of a transaction: what its facts changed is gathered here, so that each row of the
 * sums is locked once, in one order, and after all else that the transaction locks.
 */
export class SumsRepository {
  private readonly changes = new Map<SumsOf, Map<string, Record<string, string | number | null>>>();
  private readonly borrowed = new Map<string, { readonly readerId: string; readonly day: string }>();

  private willBeWritten = false;

  constructor(
    private readonly rows: Rows,
    private readonly tx: Tx,
  ) {}

  /** @param times -1 takes away what was counted before a change */
  add(of: SumsOf, changes: readonly Change[], times: 1 | -1 = 1): void {
    this.writeLast();
    const { keys, counts } = sumsKept[of];
    const sums = this.changes.get(of) ?? new Map<string, Record<string, string | number | null>>();
    this.changes.set(of, sums);
    for (const change of changes) {
      const key = [...keys, 'day'].map((column) => change[column]).join('|');
      const sum = sums.get(key) ?? { ...change, ...Object.fromEntries(counts.map((count) => [count, 0])) };
      for (const count of counts) sum[count] = Number(sum[count]) + times * Number(change[count]);
      sums.set(key, sum);
    }
  }

  /** A reader borrowed on a day; said twice it is the same day. */
  addBorrower(readerId: string, day: string): void {
    this.writeLast();
    this.borrowed.set(`${readerId}|${day}`, { readerId, day });
  }

  /** What changes the sums is said while the facts are written, before the commit: what is asked for then comes after them. */
  private writeLast(): void {
    if (!this.willBeWritten) this.tx.beforeCommit(() => this.settle());
    this.willBeWritten = true;
  }

  private async settle(): Promise<void> {
    for (const of of Object.keys(ADD) as SumsOf[]) {
      const changed = [...(this.changes.get(of)?.values() ?? [])].filter((sum) =>
        sumsKept[of].counts.some((count) => sum[count] !== 0),
      );
      if (changed.length > 0)
        await this.rows.rows(
          ADD[of],
          columnsOf(of).map((column) => changed.map((sum) => sum[column])),
        );
    }
    const borrowed = [...this.borrowed.values()];
    if (borrowed.length > 0)
      await this.rows.rows(BORROWED, [
        borrowed.map(({ readerId }) => readerId),
        borrowed.map(({ day }) => day),
      ]);
  }
}
