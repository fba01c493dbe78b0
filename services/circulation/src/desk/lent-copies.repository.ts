import type { CopyId, HoldId, LoanId, ReaderId, SchoolId, TitleId } from '@shulian/contracts/ids';
import type { LendingState, StockState } from '@shulian/lending-rules/desk/copy-at-desk';
import type { CopyKind } from '@shulian/lending-rules/policy/loan-policy';
import { statement, type Rows } from '@shulian/service-kit';
import type { CopyAfter } from './loan.effects.js';

/** A copy with its lock held: what lending knows of it, and what the catalogue says. */
export type LentCopy = {
  readonly copyId: CopyId;
  readonly titleId: TitleId;
  readonly schoolId: SchoolId;
  readonly kind: CopyKind;
  readonly stockState: StockState;
  readonly version: number;
  readonly state: LendingState;
  readonly loanId: LoanId | null;
  readonly holdId: HoldId | null;
  readonly heldFor: ReaderId | null;
};

const columns = `lc.copy_id as "copyId", k.title_id as "titleId", k.school_id as "schoolId", k.kind,
  k.stock_state as "stockState", lc.version, lc.state, lc.loan_id as "loanId", lc.hold_id as "holdId",
  lc.held_for as "heldFor"`;

const LOCK = statement(
  'lent-copy.lock',
  `select ${columns} from lent_copy lc join known_copy k on k.copy_id = lc.copy_id
   where lc.copy_id = any($1::uuid[]) order by lc.copy_id for update of lc`,
);

/** What `mayGoHome` of rules/reading-room.ts says, in SQL, of a known copy `k`. */
export const MAY_GO_HOME = `k.stock_state = 'lendable' and k.kind <> 'reference'`;

/** Lies on the shelf, and may go home. */
const FREE = `lc.state = 'in' and ${MAY_GO_HOME}`;

export class LentCopiesRepository {
  constructor(private readonly rows: Rows) {}

  /** For `lockInOrder`. */
  lock(copyIds: readonly CopyId[]): Promise<LentCopy[]> {
    return this.rows.rows<LentCopy>(LOCK, [copyIds]);
  }

  /**
   * Copies of those that lay free, as many as are dealt out, locked; those dealt out first. Passes over copies that
   * somebody has in hand, so it never waits and may be asked with the queue locked.
   */
  lockThoseFree(
    dealtOut: readonly { readonly copyId: CopyId }[],
    free: readonly { readonly copyId: CopyId }[],
  ): Promise<LentCopy[]> {
    return this.rows.rows<LentCopy>(
      `select ${columns} from known_copy k join lent_copy lc on lc.copy_id = k.copy_id
       where k.copy_id = any($1::uuid[]) and ${FREE}
       order by k.copy_id = any($2::uuid[]) desc, k.copy_id limit $3 for update of lc skip locked`,
      [free.map(({ copyId }) => copyId), dealtOut.map(({ copyId }) => copyId), dealtOut.length],
    );
  }

  /** Copies that could ever come to a reader at the school, and those that stay in its room. */
  async countFor(
    titleId: TitleId,
    schoolId: SchoolId,
    wanted: CopyId | null,
  ): Promise<{ readonly toLend: number; readonly inRoom: number }> {
    const [row] = await this.rows.rows<{ to_lend: string; in_room: string }>(
      `select count(*) filter (where k.kind <> 'reference' and k.stock_state in ('lendable', 'processing', 'repair'))
                as to_lend,
              count(*) filter (where k.kind = 'reference' and k.stock_state <> 'withdrawn'
                or k.stock_state = 'reading-room') as in_room
       from known_copy k join lent_copy lc on lc.copy_id = k.copy_id
       where k.title_id = $1 and k.school_id = $2 and lc.state <> 'lost' and ($3::uuid is null or k.copy_id = $3::uuid)`,
      [titleId, schoolId, wanted],
    );
    return { toLend: Number(row?.to_lend ?? 0), inRoom: Number(row?.in_room ?? 0) };
  }

  async change(copy: CopyAfter): Promise<void> {
    await this.rows.rows(
      `update lent_copy set version = $2, state = $3, loan_id = $4, hold_id = $5, held_for = $6 where copy_id = $1`,
      [
        copy.copyId,
        copy.version,
        copy.state,
        copy.loanId,
        copy.hold?.id ?? null,
        copy.hold?.readerId ?? null,
      ],
    );
  }
}
