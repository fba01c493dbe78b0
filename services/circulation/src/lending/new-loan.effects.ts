import { statement, type OutboxColumns, type Rows } from '@shulian/service-kit';
import type { AnswerToRemember } from './loan.effects.js';
import type { Borrower } from './rules/borrower.js';
import type { Loan } from './rules/loan.js';
import type { Override } from './rules/reason.js';

/** A loan to be made, with all that belongs to it. */
export type Lending = {
  readonly loan: Loan;
  readonly by: string;
  /** Of the copy, raised by this loan. */
  readonly copyVersion: number;
  /** The reader with this loan. */
  readonly borrower: Borrower;
  readonly events: OutboxColumns;
  readonly answer: AnswerToRemember | null;
};

const eventTypes = ['uuid', 'text', 'text', 'int', 'text', 'text', 'timestamptz'] as const;

/** What a loan is written from: name and type of the value in the statement, and where it comes from. */
const lendingColumns: readonly (readonly [string, string, (lending: Lending) => unknown])[] = [
  ['id', 'uuid', ({ loan }) => loan.id],
  ['copy_id', 'uuid', ({ loan }) => loan.copyId],
  ['title_id', 'uuid', ({ loan }) => loan.titleId],
  ['reader_id', 'uuid', ({ loan }) => loan.readerId],
  ['lending_school_id', 'uuid', ({ loan }) => loan.lendingSchoolId],
  ['owning_school_id', 'uuid', ({ loan }) => loan.owningSchoolId],
  ['reader_school_id', 'uuid', ({ loan }) => loan.readerSchoolId],
  ['reader_kind', 'text', ({ loan }) => loan.readerKind],
  ['class_id', 'uuid', ({ loan }) => loan.classId],
  ['grade', 'int', ({ loan }) => loan.grade],
  ['clc', 'text', ({ loan }) => loan.clc],
  ['loaned_on', 'date', ({ loan }) => loan.loanedOn],
  ['loaned_at', 'timestamptz', ({ loan }) => loan.loanedAt],
  ['due_on', 'date', ({ loan }) => loan.dueOn],
  ['terms', 'text', ({ loan }) => JSON.stringify(loan.terms)],
  ['lent_by', 'text', ({ by }) => by],
  ['copy_version', 'int', ({ copyVersion }) => copyVersion],
  ['reader_version', 'int', ({ borrower }) => borrower.version],
  ['open_holds', 'int', ({ borrower }) => borrower.openHolds],
  ['loans_since_note', 'int', ({ borrower }) => borrower.loansSinceNote],
  ['caller', 'text', ({ answer }) => answer?.request.caller ?? null],
  ['route', 'text', ({ answer }) => answer?.request.route ?? null],
  ['key', 'text', ({ answer }) => answer?.request.key ?? null],
  ['body_hash', 'bytea', ({ answer }) => answer?.request.bodyHash ?? null],
  ['status', 'int', ({ answer }) => answer?.status ?? null],
  ['answer', 'text', ({ answer }) => answer?.body ?? null],
];
const AFTER_COLUMNS = lendingColumns.length;
const EVENTS_FROM = AFTER_COLUMNS + 3;

/**
 * Makes loans, each only if copy and reader are still of the versions it was decided on and nobody else has them in
 * hand; tells which were made. `for update` looks at the newest row, whatever the snapshot says, and so does the
 * comparison of versions; it waits for nobody, so that one slow desk keeps no other waiting. About `limit`, see the
 * read for a checkout.
 */
export const LEND = statement(
  'loan.lend',
  `with fit as materialized (
     select a.* from (
       select * from unnest(${lendingColumns.map(([, type], place) => `$${place + 1}::${type}[]`).join(', ')})
         with ordinality as given(${lendingColumns.map(([name]) => name).join(', ')}, n)
       limit $${AFTER_COLUMNS + 1}) a
     cross join lateral (
       select from lent_copy c where c.copy_id = a.copy_id and c.version = a.copy_version - 1
       for update skip locked) copy_held
     cross join lateral (
       select from borrower b where b.reader_id = a.reader_id and b.version = a.reader_version - 1
       for update skip locked) reader_held
   ), lent as (
     insert into loan (id, copy_id, title_id, reader_id, lending_school_id, owning_school_id, reader_school_id,
       reader_kind, class_id, grade, clc, loaned_on, loaned_at, due_on, terms, lent_by)
     select id, copy_id, title_id, reader_id, lending_school_id, owning_school_id, reader_school_id,
       reader_kind, class_id, grade, clc, loaned_on, loaned_at, due_on, terms::json, lent_by
     from fit
   ), moved as (
     update lent_copy c set version = fit.copy_version, state = 'on-loan', loan_id = fit.id, hold_id = null,
       held_for = null
     from fit where c.copy_id = fit.copy_id
   ), counted as (
     update borrower b set version = fit.reader_version, open_loans = b.open_loans + 1,
       open_loan_ids = b.open_loan_ids || fit.id, open_title_ids = b.open_title_ids || fit.title_id,
       open_dues = b.open_dues || fit.due_on, open_holds = fit.open_holds, loans_since_note = fit.loans_since_note
     from fit where b.reader_id = fit.reader_id
   ), answered as (
     insert into desk_request (caller, route, key, body_hash, status, answer)
     select caller, route, key, body_hash, status, answer from fit where key is not null
   ), announced as (
     insert into outbox (event_id, topic, key, agg_version, type, payload, occurred_at)
     select e.event_id, e.topic, e.key, e.agg_version, e.type, e.payload::json, e.occurred_at
     from (
       select * from unnest($${AFTER_COLUMNS + 2}::int[], ${eventTypes
         .map((type, place) => `$${EVENTS_FROM + place}::${type}[]`)
         .join(
           ', ',
         )}) with ordinality as given(n, event_id, topic, key, agg_version, type, payload, occurred_at, place)
       limit $${EVENTS_FROM + eventTypes.length}
     ) e join fit using (n) order by e.place
   ) select n::int from fit`,
);

/** Types of the parameters, in order; for those who prepare the statement themselves. */
export const LEND_TYPES = [
  ...lendingColumns.map(([, type]) => `${type}[]`),
  'bigint',
  'int[]',
  ...eventTypes.map((type) => `${type}[]`),
  'bigint',
];

const OVERRIDE = statement(
  'loan.override',
  `insert into desk_override (loan_id, code, reason, overridden_by, overridden_at)
   select $1, o.code, o.reason, $2, $3 from unnest($4::text[], $5::text[]) as o(code, reason)`,
);

/** Makes loans in one statement: loan, copy, reader, remembered answer and events. */
export class NewLoanEffects {
  constructor(private readonly rows: Rows) {}

  /**
   * Tells of each whether it was made. Of two for the same copy or reader only the first is tried: both were decided on
   * the same version. Outside a transaction the statement is one by itself.
   */
  async lend(lendings: readonly Lending[]): Promise<boolean[]> {
    const copies = new Set<string>();
    const readers = new Set<string>();
    const tried = lendings.filter(({ loan: { copyId, readerId } }) => {
      if (copies.has(copyId) || readers.has(readerId)) return false;
      copies.add(copyId);
      readers.add(readerId);
      return true;
    });
    const events = tried.map((lending) => lending.events);
    const made = await this.rows.rows<{ n: number }>(LEND, [
      ...lendingColumns.map(([, , of]) => tried.map(of)),
      tried.length,
      events.flatMap(([ids], place) => ids.map(() => place + 1)),
      ...eventTypes.map((_, column) => events.flatMap<unknown>((columns) => columns[column] ?? [])),
      events.reduce((sum, [ids]) => sum + ids.length, 0),
    ]);
    const done = new Set(made.map(({ n }) => tried[n - 1]));
    return lendings.map((lending) => done.has(lending));
  }

  /** Keeps who passed over which refusal of a loan, and why. */
  async overridden(loan: Loan, by: string, overrides: readonly Override[]): Promise<void> {
    await this.rows.rows(OVERRIDE, [
      loan.id,
      by,
      loan.loanedAt,
      overrides.map(({ code }) => code),
      overrides.map(({ reason }) => reason),
    ]);
  }
}
