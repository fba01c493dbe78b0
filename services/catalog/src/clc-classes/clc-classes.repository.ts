import { statement, type Session } from '@shulian/service-kit';
import type { ClcClass } from './rules/clc-table.js';

const EMPTY = statement('clc-classes.empty', 'delete from clc_class');
/** Two who hand in a table at once follow one another. */
const LOCK = statement(
  'clc-classes.lock',
  `select pg_advisory_xact_lock(hashtextextended('schedules of the county', 0))`,
);
const ADD = statement(
  'clc-classes.add',
  `insert into clc_class (notation, words, parent, filing)
   select * from unnest($1::text[], $2::text[], $3::text[], $4::text[])`,
);
const AT_ONCE = 5_000;

/** The schedules that the county handed in. */
export class ClcClassesRepository {
  constructor(private readonly session: Session) {}

  async replace(classes: readonly ClcClass[]): Promise<void> {
    await this.session.rows(LOCK);
    await this.session.rows(EMPTY);
    for (let from = 0; from < classes.length; from += AT_ONCE) {
      const some = classes.slice(from, from + AT_ONCE);
      await this.session.rows(ADD, [
        some.map(({ notation }) => notation),
        some.map(({ words }) => words),
        some.map(({ parent }) => parent),
        some.map(({ filing }) => filing),
      ]);
    }
  }
}
