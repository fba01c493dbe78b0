import type { Client } from 'pg';

import type { Command, Operation } from './history.js';
import type { Violation } from './ledger.js';

type Remembered = {
  readonly key: string;
  readonly route: string;
  readonly status: number;
  readonly loan_id: string | null;
};
type LedgerLoan = { readonly id: string; readonly renewals: number; readonly closed_how: string | null };

const routes: Readonly<Record<Command, string>> = {
  checkout: 'POST /api/v1/checkouts',
  return: 'POST /api/v1/returns',
  renewal: 'POST /api/v1/renewals',
};

const rememberedOf = async (client: Client): Promise<ReadonlyMap<string, Remembered>> => {
  const { rows } = await client.query<Remembered>(
    `select key, route, status, case when status < 300 then answer::json->'loan'->>'id' end as loan_id
     from circulation.desk_request`,
  );
  return new Map(rows.map((row) => [row.key, row]));
};

const tally = (ids: readonly (string | null)[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const id of ids) if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
};

/**
 * I2: every acknowledged command is in the owner's database as it was told; one without an answer is there once or not
 * at all. The answer of a command lies in the same commit as its effect, so the loans must be those of the stored
 * answers, one for one, whether or not a desk has ever seen the answer.
 */
export const brokenPromises = async (
  client: Client,
  operations: readonly Operation[],
): Promise<Violation[]> => {
  const remembered = await rememberedOf(client);
  const { rows: loans } = await client.query<LedgerLoan>(
    'select id, renewals, closed_how from circulation.loan',
  );
  const byId = new Map(loans.map((loan) => [loan.id, loan]));
  const found: Violation[] = [];
  const broken = (what: string): void => void found.push({ invariant: 'I2', what });

  for (const { op, key, ack } of operations) {
    if (ack === undefined || ack.status >= 300) continue;
    const kept = remembered.get(key);
    if (kept?.status !== ack.status || kept.route !== routes[op] || kept.loan_id !== ack.loanId)
      broken(
        `${op} ${key} was answered ${ack.status} ${ack.loanId ?? ''}, the database has ${JSON.stringify(kept)}`,
      );
    if (op === 'checkout' && !byId.has(ack.loanId ?? ''))
      broken(`acknowledged loan ${ack.loanId ?? ''} is lost`);
    if (op === 'return' && ack.loanId !== null && byId.get(ack.loanId)?.closed_how !== 'returned')
      broken(`the acknowledged return of loan ${ack.loanId} is lost`);
  }

  const answers = [...remembered.values()].filter(({ status }) => status < 300);
  const of = (op: Command): Map<string, number> =>
    tally(answers.filter(({ route }) => route === routes[op]).map((each) => each.loan_id));
  const [lent, renewed, returned] = [of('checkout'), of('renewal'), of('return')];
  for (const { id, renewals, closed_how: closedHow } of loans) {
    if (lent.get(id) !== 1) broken(`loan ${id} belongs to ${lent.get(id) ?? 0} checkouts`);
    if (renewals !== (renewed.get(id) ?? 0))
      broken(`loan ${id} has ${renewals} renewals, asked for ${renewed.get(id) ?? 0}`);
    const ends = closedHow === 'returned' ? 1 : 0;
    if ((returned.get(id) ?? 0) !== ends)
      broken(`loan ${id} is ${closedHow ?? 'open'}, returned ${returned.get(id) ?? 0} times`);
  }
  for (const id of lent.keys())
    if (!byId.has(id)) broken(`a stored answer promises loan ${id}, which is not there`);
  return found;
};
