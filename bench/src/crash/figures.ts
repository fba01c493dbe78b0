import type { Client } from 'pg';

import type { Filled } from '../county/filled-county.js';
import type { Violation } from './ledger.js';

type Figures = Readonly<Record<string, number | string>>;

/** What the ledger of circulation and the owners of readers and copies say; days are the county's. */
const ledgerFigures = async (client: Client, zone: string): Promise<Readonly<Record<string, number>>> => {
  const { rows } = await client.query<Record<string, number>>(
    `with today as (select (clock_timestamp() at time zone $1)::date as day)
     select (select count(*)::int from circulation.loan where closed_how is null) as "openLoans",
            (select count(*)::int from circulation.loan, today where closed_how is null and due_on < day) as "overdueLoans",
            (select count(*)::int from circulation.loan, today where loaned_on = day) as "loansToday",
            (select count(*)::int from circulation.loan, today where closed_how = 'returned' and closed_on = day)
              as "returnsToday",
            (select count(*)::int from circulation.loan) as "loansThisTerm",
            (select count(*)::int from circulation.known_copy where stock_state <> 'withdrawn') as copies,
            (select count(*)::int from circulation.known_reader where standing = 'active') as readers`,
    [zone],
  );
  return rows[0] ?? {};
};

/** I5: reporting shows what the ledger has, for the school and for the county. */
export const wrongFigures = async (client: Client, filled: Filled): Promise<Violation[]> => {
  const shown = await filled.librarian.get<Figures>(`/api/v1/figures?schoolId=${filled.schoolId}`);
  const owned = await ledgerFigures(client, process.env['SHULIAN_TIME_ZONE'] ?? 'Asia/Shanghai');
  return Object.entries(owned)
    .filter(([name, count]) => shown[name] !== count)
    .map(([name, count]) => ({
      invariant: 'I5',
      what: `figure ${name} is ${String(shown[name])}, the ledger has ${count}`,
    }));
};
