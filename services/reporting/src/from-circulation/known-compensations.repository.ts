import type { CompensationOwedV1, CompensationSettledV1 } from '@shulian/contracts/circulation';
import { sql, statement, statementOf, unnested, type Rows, type Tx } from '@shulian/service-kit';
import type { Change } from '../sums/rules/change.js';
import { oneEachTime } from '../sums/rules/one-each-time.js';
import { SumsRepository } from '../sums/sums.repository.js';

/** What any event of a compensation says of it; who owes is of no interest here. */
export type ToldCompensation = Pick<
  CompensationOwedV1['data'],
  'compensationId' | 'owningSchoolId' | 'owedOn' | 'owedFen'
> & {
  readonly version: number;
  readonly settled: Pick<CompensationSettledV1['data'], 'how' | 'amountFen' | 'settledOn'> | null;
};

const CHANGES = statement(
  'compensation-change.of',
  `select school_id, movement, day::text, count(*)::int as copies, sum(value_fen)::float8 as value_fen
   from compensation_movement where compensation_id = any($1::uuid[]) group by 1, 2, 3`,
);
const KNOW = statementOf<readonly ToldCompensation[]>('known-compensation.know', (value) => {
  const column = (of: (told: ToldCompensation) => unknown) =>
    value((told: readonly ToldCompensation[]) => told.map(of));
  const told = unnested([
    ['uuid', column(({ compensationId }) => compensationId)],
    ['uuid', column(({ owningSchoolId }) => owningSchoolId)],
    ['date', column(({ owedOn }) => owedOn)],
    ['bigint', column(({ owedFen }) => owedFen)],
    ['text', column(({ settled }) => settled?.how ?? null)],
    ['bigint', column(({ settled }) => settled?.amountFen ?? null)],
    ['date', column(({ settled }) => settled?.settledOn ?? null)],
    ['int', column(({ version }) => version)],
  ]);
  return sql`insert into known_compensation as k (compensation_id, school_id, owed_on, owed_fen, how, paid_fen, settled_on, version)
   select * from ${told} as t(compensation_id, school_id, owed_on, owed_fen, how, paid_fen, settled_on, version)
   order by compensation_id
   on conflict (compensation_id) do update set how = excluded.how, paid_fen = excluded.paid_fen,
     settled_on = excluded.settled_on, version = excluded.version
   where k.version < excluded.version`;
});

/** What is owed for lost copies and how it was settled, for the sums of what comes and goes. */
export class KnownCompensationsRepository {
  private told: ToldCompensation[] = [];
  private readonly sums: SumsRepository;

  constructor(
    private readonly rows: Rows,
    tx: Tx,
  ) {
    this.sums = tx.use(SumsRepository);
    tx.beforeCommit(() => this.settle());
  }

  know(told: ToldCompensation): void {
    this.told.push(told);
  }

  private async settle(): Promise<void> {
    const ids = [...new Set(this.told.map(({ compensationId }) => compensationId))];
    if (ids.length === 0) return;
    this.sums.add('movements', await this.rows.rows<Change>(CHANGES, [ids]), -1);
    for (const round of oneEachTime(this.told, ({ compensationId }) => compensationId))
      await this.rows.rows(...KNOW.with(round));
    this.sums.add('movements', await this.rows.rows<Change>(CHANGES, [ids]));
    this.told = [];
  }
}
