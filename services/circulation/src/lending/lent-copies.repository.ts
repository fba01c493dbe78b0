import type { CopyId, HoldId, LoanId, ReaderId, SchoolId, TitleId } from '@shulian/contracts/ids';
import { statement, type Rows } from '@shulian/service-kit';
import type { CopyAfter } from './loan.effects.js';
import type { StockState } from './rules/check-out-refusals.js';
import type { LendingState } from './rules/loan.js';
import type { CopyKind } from './rules/loan-policy.js';

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
   where lc.copy_id = $1 for update of lc`,
);

export class LentCopiesRepository {
  constructor(private readonly rows: Rows) {}

  async lock(copyId: CopyId): Promise<LentCopy | null> {
    const [row] = await this.rows.rows<LentCopy>(LOCK, [copyId]);
    return row ?? null;
  }

  /**
   * A copy that lies free on the shelf of the school, locked; passes over copies that somebody has in hand, so it never
   * waits and may be asked with the queue locked.
   */
  async lockFree(titleId: TitleId, schoolId: SchoolId, wanted: CopyId | null): Promise<LentCopy | null> {
    const [row] = await this.rows.rows<LentCopy>(
      `select ${columns} from known_copy k join lent_copy lc on lc.copy_id = k.copy_id
       where k.title_id = $1 and k.school_id = $2 and k.stock_state = 'lendable' and lc.state = 'in'
         and ($3::uuid is null or k.copy_id = $3::uuid)
       order by k.copy_id limit 1 for update of lc skip locked`,
      [titleId, schoolId, wanted],
    );
    return row ?? null;
  }

  /** Copies that could ever come to a reader at the school. */
  async countFor(titleId: TitleId, schoolId: SchoolId, wanted: CopyId | null): Promise<number> {
    const [row] = await this.rows.rows<{ copies: string }>(
      `select count(*) as copies from known_copy k join lent_copy lc on lc.copy_id = k.copy_id
       where k.title_id = $1 and k.school_id = $2 and k.stock_state in ('lendable', 'processing', 'repair')
         and lc.state <> 'lost' and ($3::uuid is null or k.copy_id = $3::uuid)`,
      [titleId, schoolId, wanted],
    );
    return Number(row?.copies ?? 0);
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
