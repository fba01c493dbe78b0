import { describe, expect, it } from '@jest/globals';
import { shared, sql } from './sql.js';
import { statementOf, unnested } from './statement-of.js';

type Loan = { readonly id: string; readonly dueOn: string | null };

describe('a statement whose values say where they come from', () => {
  it('is numbered once and takes the values of each call in their places', () => {
    const change = statementOf<Loan>(
      'test.change',
      (value) =>
        sql`update loan set due_on = ${value(({ dueOn }) => dueOn)} where id = ${value(({ id }) => id)}`,
    );
    const [one, of] = change.with({ id: 'a', dueOn: null });
    expect(one).toEqual({ name: 'test.change', text: 'update loan set due_on = $1 where id = $2' });
    expect(of).toEqual([null, 'a']);
    const [other, values] = change.with({ id: 'b', dueOn: '2026-10-12' });
    expect(other).toBe(one);
    expect(values).toEqual(['2026-10-12', 'b']);
  });

  it('gives a value that stands in two places one number', () => {
    const twice = statementOf<Loan>('test.twice', (value) => {
      const id = shared(value((loan) => loan.id));
      return sql`select ${id} where ${id}::text is not null`;
    });
    expect(twice.with({ id: 'a', dueOn: null })).toEqual([
      { name: 'test.twice', text: 'select $1 where $1::text is not null' },
      ['a'],
    ]);
  });

  it('takes lists as rows', () => {
    const many = statementOf<readonly Loan[]>('test.many', (value) => {
      const rows = unnested([
        ['uuid', value((loans) => loans.map(({ id }) => id))],
        ['date', value((loans) => loans.map(({ dueOn }) => dueOn))],
      ]);
      return sql`select * from ${rows} as l(id, due_on)`;
    });
    expect(
      many.with([
        { id: 'a', dueOn: '2026-10-12' },
        { id: 'b', dueOn: null },
      ]),
    ).toEqual([
      { name: 'test.many', text: 'select * from unnest($1::uuid[], $2::date[]) as l(id, due_on)' },
      [
        ['a', 'b'],
        ['2026-10-12', null],
      ],
    ]);
  });
});
