import type { Announcement } from '@shulian/contracts/envelope';
import type { CalendarDay, CopyId, LoanId, SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import { inBlocks, inTheRoom, type Borrower } from '@shulian/lending-rules/desk/borrower';
import type { LendingState } from '@shulian/lending-rules/desk/copy-at-desk';
import type { Loan } from '@shulian/lending-rules/desk/loan';
import { classIdOf, readerIdOf, type WhoBorrows } from '@shulian/lending-rules/desk/who-borrows';
import {
  insertOutbox,
  sql,
  statementOf,
  type OutboxColumns,
  type Session,
  type Tx,
} from '@shulian/service-kit';
import type { BlockPurpose } from './rules/block.js';

/** The document a block goes by, one line for each loan. */
export type NewManifest = {
  readonly id: string;
  readonly schoolId: SchoolId;
  readonly purpose: BlockPurpose;
  readonly targetId: string | null;
  readonly who: WhoBorrows;
  readonly fromId: string | null;
  readonly place: string | null;
  readonly note: string | null;
  readonly sentOn: CalendarDay;
  readonly dueOn: CalendarDay;
  readonly loans: readonly Loan[];
};

/** All that one step with blocks writes. */
export type BlockChange = {
  /** Loans that end, at one moment. */
  readonly ended: readonly Loan[];
  readonly manifests: readonly NewManifest[];
  /** As they are after it. */
  readonly copies: readonly {
    readonly copyId: CopyId;
    readonly version: number;
    readonly state: LendingState;
    readonly loanId: LoanId | null;
  }[];
  readonly borrowers: ReadonlyMap<WhoBorrows['id'], Borrower>;
  readonly announcements: readonly Announcement[];
  /** Account or client. */
  readonly by: string;
};
type Written = Omit<BlockChange, 'announcements'> & { readonly events: OutboxColumns };

const json = JSON.stringify;
const endOf = ({ ended: [first] }: Written) => (first?.state.is === 'closed' ? first.state : null);

const loanRow = (loan: Loan) => ({
  ...loan,
  readerId: readerIdOf(loan.borrower),
  classId: loan.classId ?? classIdOf(loan.borrower),
});
const borrowerRow = ([id, borrower]: readonly [WhoBorrows['id'], Borrower]) => ({
  id,
  version: borrower.version,
  loans: borrower.openLoans.map(({ loanId }) => loanId),
  titles: borrower.openLoans.map(({ titleId }) => titleId),
  dues: borrower.openLoans.map(({ dueOn }) => dueOn),
  rooms: inTheRoom(borrower).map(({ loanId }) => loanId),
  blocks: inBlocks(borrower).map(({ loanId }) => loanId),
});
const manifestRow = ({ who, loans, ...manifest }: NewManifest) => ({
  ...manifest,
  readerId: readerIdOf(who),
  classId: classIdOf(who) satisfies SchoolClassId | null,
  copies: loans.length,
});
const linesOf = ({ id, loans }: NewManifest) =>
  loans.map((loan, place) => ({ manifestId: id, position: place + 1, copyId: loan.copyId, loanId: loan.id }));

/** Ends and makes loans, moves their copies, keeps their documents and says so. A copy has one open loan: it ends before the next. */
const CHANGE = statementOf<Written>(
  'block.change',
  (value) => sql`with ended as (
     update loan set closed_how = 'returned', closed_at = ${value((change) => endOf(change)?.closedAt ?? null)}::timestamptz,
       closed_on = ${value((change) => endOf(change)?.closedOn ?? null)}::date,
       closed_school_id = ${value((change) => endOf(change)?.atSchoolId ?? null)}::uuid,
       closed_by = ${value(({ by }) => by)}
     where id = any(${value(({ ended }) => ended.map(({ id }) => id))}::uuid[])
     returning id
   ), lent as (
     insert into loan (id, copy_id, title_id, reader_id, mode, lending_school_id, owning_school_id, reader_school_id,
       reader_kind, class_id, grade, clc, loaned_on, loaned_at, due_on, terms, lent_by)
     select id, "copyId", "titleId", "readerId", mode, "lendingSchoolId", "owningSchoolId", "readerSchoolId", "readerKind",
       "classId", grade, clc, "loanedOn", "loanedAt", "dueOn", terms, ${value(({ by }) => by)}
     from jsonb_to_recordset(${value(({ manifests }) => json(manifests.flatMap(({ loans }) => loans.map(loanRow))))}::jsonb)
       as t(id uuid, "copyId" uuid, "titleId" uuid, "readerId" uuid, mode text, "lendingSchoolId" uuid,
         "owningSchoolId" uuid, "readerSchoolId" uuid, "readerKind" text, "classId" uuid, grade int, clc text,
         "loanedOn" date, "loanedAt" timestamptz, "dueOn" date, terms json)
     where (select count(*) from ended) >= 0
   ), moved as (
     update lent_copy c set version = t.version, state = t.state, loan_id = t."loanId", hold_id = null, held_for = null
     from jsonb_to_recordset(${value(({ copies }) => json(copies))}::jsonb)
       as t("copyId" uuid, version int, state text, "loanId" uuid)
     where c.copy_id = t."copyId"
   ), counted as (
     update borrower b set version = t.version, open_loans = cardinality(t.loans), open_loan_ids = t.loans,
       open_title_ids = t.titles, open_dues = t.dues, in_room_ids = t.rooms, block_ids = t.blocks
     from jsonb_to_recordset(${value(({ borrowers }) => json([...borrowers].map(borrowerRow)))}::jsonb)
       as t(id uuid, version int, loans uuid[], titles uuid[], dues date[], rooms uuid[], blocks uuid[])
     where b.borrower_id = t.id
   ), documented as (
     insert into block_manifest (id, school_id, purpose, target_id, reader_id, class_id, from_id, place, note, copies,
       sent_on, due_on, sent_by)
     select id, "schoolId", purpose, "targetId", "readerId", "classId", "fromId", place, note, copies, "sentOn", "dueOn",
       ${value(({ by }) => by)}
     from jsonb_to_recordset(${value(({ manifests }) => json(manifests.map(manifestRow)))}::jsonb)
       as t(id uuid, "schoolId" uuid, purpose text, "targetId" uuid, "readerId" uuid, "classId" uuid, "fromId" uuid,
         place text, note text, copies int, "sentOn" date, "dueOn" date)
   ), listed as (
     insert into block_line (manifest_id, position, copy_id, loan_id)
     select "manifestId", position, "copyId", "loanId"
     from jsonb_to_recordset(${value(({ manifests }) => json(manifests.flatMap(linesOf)))}::jsonb)
       as t("manifestId" uuid, position int, "copyId" uuid, "loanId" uuid)
   ) ${insertOutbox(value, ({ events }) => events)}`,
);

/** Carries a decision about blocks out in one statement. */
export class BlockEffects {
  constructor(
    private readonly session: Session,
    private readonly tx: Tx,
  ) {}

  async change({ announcements, ...change }: BlockChange): Promise<void> {
    await this.session.rows(...CHANGE.with({ ...change, events: this.tx.events.columns(announcements) }));
  }
}
