import type { CopyId, TitleId } from '@shulian/contracts/ids';
import type { TakenBack } from '@shulian/lending-rules/lending/taken-back';
import { statement, type OutboxColumns, type Rows } from '@shulian/service-kit';
import type { AnswerToRemember } from '../desk/loan.effects.js';
import { DeskBatch } from './desk-batch.effects.js';

/** A copy to be taken back for which nobody waits, with all that belongs to it. */
export type Return = TakenBack & {
  readonly copyId: CopyId;
  readonly titleId: TitleId;
  /** Of the copy, as it was decided on. */
  readonly versionBefore: number;
  readonly by: string;
  readonly events: OutboxColumns;
  readonly answer: AnswerToRemember | null;
};

const endOf = ({ loan }: Return) => (loan?.state.is === 'closed' ? loan.state : null);

/** What a return is written from in the statement. */
const batch = new DeskBatch<Return>([
  ['copy_id', 'uuid', ({ copyId }) => copyId],
  ['title_id', 'uuid', ({ titleId }) => titleId],
  ['version_before', 'int', ({ versionBefore }) => versionBefore],
  ['copy_version', 'int', ({ version }) => version],
  ['state', 'text', ({ state }) => state],
  ['loan_id', 'uuid', ({ loan }) => loan?.id ?? null],
  ['borrower_id', 'uuid', ({ loan }) => loan?.borrower.id ?? null],
  ['closed_at', 'timestamptz', (one) => endOf(one)?.closedAt ?? null],
  ['closed_on', 'date', (one) => endOf(one)?.closedOn ?? null],
  ['closed_school_id', 'uuid', (one) => endOf(one)?.atSchoolId ?? null],
  ['closed_by', 'text', ({ by }) => by],
]);

/**
 * Takes copies back, each only if it is still of the version it was decided on, still nobody waits for its title, and
 * nobody has copy, queue or borrower in hand; tells which were taken back. The queue is shared, as by a return with
 * locks: whoever places a hold meanwhile finds the copy on the shelf. It waits for nobody. What a borrower has is read
 * from the row as the lock finds it, so several copies of one borrower, or of one class, come back together.
 */
export const TAKE_BACK = statement(
  'return.take-back',
  `with fit as materialized (
     select a.* from (
       ${batch.given}) a
     cross join lateral (
       select from lent_copy c where c.copy_id = a.copy_id and c.version = a.version_before
       for update skip locked) copy_held
     cross join lateral (
       select from title_queue t where t.title_id = a.title_id and t.waiting = 0
       for share skip locked) queue_held
     left join lateral (
       select b.borrower_id as id from borrower b where b.borrower_id = a.borrower_id
       for update skip locked) borrower_held on true
     where a.borrower_id is null or borrower_held.id is not null
   ), ended as (
     update loan l set closed_how = 'returned', closed_at = fit.closed_at, closed_on = fit.closed_on,
       closed_school_id = fit.closed_school_id, closed_by = fit.closed_by
     from fit where l.id = fit.loan_id
   ), moved as (
     update lent_copy c set version = fit.copy_version, state = fit.state, loan_id = null, hold_id = null, held_for = null
     from fit where c.copy_id = fit.copy_id
   ), gone as (
     select borrower_id, array_agg(loan_id) as loans from fit where loan_id is not null group by borrower_id
   ), counted as (
     update borrower b set version = b.version + cardinality(gone.loans),
       open_loans = b.open_loans - cardinality(gone.loans),
       open_loan_ids = array(select o.id from unnest(b.open_loan_ids) with ordinality as o(id, place)
         where o.id <> all(gone.loans) order by o.place),
       open_title_ids = array(select o.title from unnest(b.open_loan_ids, b.open_title_ids)
         with ordinality as o(id, title, place) where o.id <> all(gone.loans) order by o.place),
       open_dues = array(select o.due from unnest(b.open_loan_ids, b.open_dues)
         with ordinality as o(id, due, place) where o.id <> all(gone.loans) order by o.place),
       in_room_ids = array(select id from unnest(b.in_room_ids) as id where id <> all(gone.loans)),
       block_ids = array(select id from unnest(b.block_ids) as id where id <> all(gone.loans))
     from gone where b.borrower_id = gone.borrower_id
   ), ${batch.remembered}`,
);

/** Types of the parameters, in order; for those who prepare the statement themselves. */
export const TAKE_BACK_TYPES = batch.types;

/** Takes copies back in one statement: loan, copy, borrower, remembered answer and events. */
export class ReturnEffects {
  constructor(private readonly rows: Rows) {}

  /** Tells of each whether it was taken back. Of two for the same copy only the first is tried. */
  async takeBack(returns: readonly Return[]): Promise<boolean[]> {
    const copies = new Set<string>();
    const tried = returns.filter(({ copyId }) => !copies.has(copyId) && copies.add(copyId));
    const done = await batch.write(this.rows, TAKE_BACK, tried);
    return returns.map((one) => done.has(one));
  }
}
