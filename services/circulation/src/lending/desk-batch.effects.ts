import {
  outboxTypes,
  writeEvents,
  type OutboxColumns,
  type Rows,
  type Statement,
} from '@shulian/service-kit';
import type { AnswerToRemember } from '../desk/loan.effects.js';

/** What every command of a desk leaves besides its rows. */
type OfDesk = { readonly events: OutboxColumns; readonly answer: AnswerToRemember | null };

/** Name and type of a value in the statement, and where it comes from. */
export type Column<Command> = readonly [name: string, type: string, of: (command: Command) => unknown];

const answerColumns: readonly Column<OfDesk>[] = [
  ['caller', 'text', ({ answer }) => answer?.request.caller ?? null],
  ['route', 'text', ({ answer }) => answer?.request.route ?? null],
  ['key', 'text', ({ answer }) => answer?.request.key ?? null],
  ['body_hash', 'bytea', ({ answer }) => answer?.request.bodyHash ?? null],
  ['status', 'int', ({ answer }) => answer?.status ?? null],
  ['answer', 'text', ({ answer }) => answer?.body ?? null],
];

/**
 * Commands of several desks for one statement. The statement takes those that still hold from `given` into `fit`, writes
 * its rows from there, and ends with `remembered`: the answers and events of what fits, and no others.
 */
export class DeskBatch<Command extends OfDesk> {
  private readonly columns: readonly Column<Command>[];
  /** Types of the parameters, in order; for those who prepare the statement themselves. */
  readonly types: readonly string[];
  /** The commands as rows, numbered by `n`. About `limit`, see the read for a checkout. */
  readonly given: string;
  /** Expressions of the `with`, and what it selects: the numbers of what was done. */
  readonly remembered: string;

  constructor(columns: readonly Column<Command>[]) {
    this.columns = [...columns, ...answerColumns];
    const after = this.columns.length;
    const eventsFrom = after + 3;
    this.types = [
      ...this.columns.map(([, type]) => `${type}[]`),
      'bigint',
      'int[]',
      ...outboxTypes.map((type) => `${type}[]`),
      'bigint',
    ];
    this.given = `select * from unnest(${this.columns.map(([, type], place) => `$${place + 1}::${type}[]`).join(', ')})
         with ordinality as given(${this.columns.map(([name]) => name).join(', ')}, n)
       limit $${after + 1}`;
    const events = outboxTypes.map((type, place) => `$${eventsFrom + place}::${type}[]`).join(', ');
    this.remembered = `answered as (
     insert into desk_request (caller, route, key, body_hash, status, answer)
     select caller, route, key, body_hash, status, answer from fit where key is not null
   ), announced as (
     ${writeEvents(`
       select given.* from (
         select * from unnest($${after + 2}::int[], ${events})
           with ordinality as given(n, event_id, topic, key, agg_version, type, payload, ahead, place)
         limit $${eventsFrom + outboxTypes.length}
       ) given join fit using (n)`)}
   ) select n::int from fit`;
  }

  /** Runs the statement. @returns those that were done */
  async write(rows: Rows, what: Statement, commands: readonly Command[]): Promise<ReadonlySet<Command>> {
    const events = commands.map((command) => command.events);
    const done = await rows.rows<{ n: number }>(what, [
      ...this.columns.map(([, , of]) => commands.map(of)),
      commands.length,
      events.flatMap(([ids], place) => ids.map(() => place + 1)),
      ...outboxTypes.map((_, column) => events.flatMap<unknown>((columns) => columns[column] ?? [])),
      events.reduce((sum, [ids]) => sum + ids.length, 0),
    ]);
    return new Set(done.flatMap(({ n }) => commands[n - 1] ?? []));
  }
}
