import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import type { BorrowerAtDesk } from '@shulian/lending-rules/desk/borrower-at-desk';
import type { WhoBorrows } from '@shulian/lending-rules/desk/who-borrows';
import { statement, type Session } from '@shulian/service-kit';
import {
  atDeskColumns,
  borrowerFrom,
  JOIN_READER_AND_CLASS,
  type BorrowerAtDeskRow,
} from '../desk/borrower-at-desk.row.js';
import { ruleStamps, type RuleStamps } from '../policies/school-rules.facts.js';
import type { CopyOfBlock } from './rules/block.js';

/**
 * One read of all that is decided on, and the locks in the order of the desk: copies by id, then borrowers by id. The second
 * wait for the first by the count of them. What a copy was withdrawn under is no copy of the school any more.
 */
const LOCK = statement(
  'block.gather-and-lock',
  `with held as materialized (
     select lc.copy_id, lc.version, lc.state, lc.loan_id, lc.held_for from lent_copy lc
     where lc.copy_id in (
       select k.copy_id from known_copy k
       where k.barcode = any($2::text[]) and k.school_id = $1 and k.stock_state <> 'withdrawn')
     order by lc.copy_id for update
   ), held_borrower as materialized (
     select b.* from borrower b
     where b.borrower_id = any($3::uuid[]) and (select count(*) from held) >= 0
     order by b.borrower_id for update
   )
   select
     (select coalesce(json_agg(json_build_object(
         'copyId', h.copy_id, 'titleId', k.title_id, 'schoolId', k.school_id, 'barcode', k.barcode, 'kind', k.kind,
         'clc', k.clc, 'title', kt.title, 'callNumber', k.call_number, 'stockState', k.stock_state,
         'version', h.version, 'state', h.state, 'loanId', h.loan_id, 'heldFor', h.held_for,
         'awaited', coalesce((select t.waiting > 0 from title_queue t where t.title_id = k.title_id), false),
         'targetId', (select m.target_id from block_line l join block_manifest m on m.id = l.manifest_id
                      where l.loan_id = h.loan_id)) order by h.copy_id), '[]')
      from held h join known_copy k on k.copy_id = h.copy_id
      left join known_title kt on kt.title_id = k.title_id) as copies,
     (select coalesce(json_agg(to_json(each)), '[]')
      from (select null as card_status, ${atDeskColumns} from held_borrower b ${JOIN_READER_AND_CLASS}) each) as borrowers,
     ${ruleStamps('$1')}`,
);

/** What was found, with its locks held. */
export type FoundForBlock = {
  /** In the order they were asked for. */
  readonly copies: readonly CopyOfBlock[];
  readonly borrowers: ReadonlyMap<WhoBorrows['id'], BorrowerAtDesk>;
  readonly stamps: RuleStamps;
};

export class BlockFacts {
  constructor(private readonly session: Session) {}

  /** @param barcodes in plain form, each once. @param today for the grades */
  async locked(
    schoolId: SchoolId,
    barcodes: readonly string[],
    borrowers: readonly WhoBorrows['id'][],
    today: CalendarDay,
  ): Promise<FoundForBlock> {
    const [row] = await this.session.rows<{
      copies: CopyOfBlock[];
      borrowers: BorrowerAtDeskRow[];
      policy_stamp: number;
      calendar_version: number;
    }>(LOCK, [schoolId, barcodes, borrowers]);
    if (row === undefined) throw new Error('a select without a from has one row');
    const places = new Map(barcodes.map((barcode, place) => [barcode, place]));
    const placeOf = ({ barcode }: CopyOfBlock): number => places.get(barcode) ?? 0;
    return {
      copies: row.copies.toSorted((one, other) => placeOf(one) - placeOf(other)),
      borrowers: new Map(
        row.borrowers.flatMap((each) => {
          const atDesk = borrowerFrom(each, today);
          return atDesk === null ? [] : [[atDesk.who.id, atDesk] as const];
        }),
      ),
      stamps: { policy: row.policy_stamp, calendar: row.calendar_version },
    };
  }
}
