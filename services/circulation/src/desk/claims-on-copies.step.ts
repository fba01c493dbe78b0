import type { Announcement } from '@shulian/contracts/envelope';
import type { CalendarDay, CopyId, HoldId, ReaderId, SchoolId, TitleId } from '@shulian/contracts/ids';
import type { CopyAtDesk } from '@shulian/lending-rules/desk/copy-at-desk';
import type { Loan } from '@shulian/lending-rules/desk/loan';
import type { WhoBorrows } from '@shulian/lending-rules/desk/who-borrows';
import type { Tx } from '@shulian/service-kit';
import type { LentCopy } from './lent-copies.repository.js';
import type { SchoolRules } from '../policies/school-rules.facts.js';

/** For whom a copy that lies free is kept, and whether anybody waits for its title at all. */
export type ClaimOnCopy = { readonly heldFor: ReaderId | null; readonly waiting: boolean };

/** What a loan did to the claims on its copy. */
export type ClaimsMet = {
  /** So many open holds of the borrower are over. */
  readonly fulfilled: number;
  readonly announcements: readonly Announcement[];
};

/** The hold that a copy in hand goes to. */
export type ClaimServed = {
  readonly hold: { readonly id: HoldId; readonly readerId: ReaderId };
  readonly announcements: readonly Announcement[];
};

/**
 * What a desk asks and tells while it has a copy in hand: others wait for it. The desk does not know who; `holds` comes
 * here and answers. All of it works inside the caller's transaction, with copy and reader locked, and locks the queue
 * after them.
 */
export abstract class ClaimsOnCopies {
  /** @param locked false: only seen, for a decision that nothing follows from */
  abstract onFreeCopy(
    tx: Tx,
    copy: CopyAtDesk,
    borrowerId: WhoBorrows['id'] | null,
    today: CalendarDay,
    rules: SchoolRules,
    locked: boolean,
  ): Promise<ClaimOnCopy>;

  /** @param holdOfCopy the hold the copy lay on the shelf for */
  abstract whenLent(tx: Tx, loan: Loan, holdOfCopy: HoldId | null, today: CalendarDay): Promise<ClaimsMet>;

  /** Somebody who waits for the title may have to do with another copy now. */
  abstract lookAgainAt(tx: Tx, titleId: TitleId): Promise<void>;

  /** A locked copy that lies ready is not where it should. */
  abstract lookAgainAtCopy(
    tx: Tx,
    copy: { readonly copyId: CopyId; readonly titleId: TitleId },
  ): Promise<void>;

  /** The copy is at the school that is named, its own or not, and may go home. Null: nobody there needs it. */
  abstract serveNext(
    tx: Tx,
    copy: { readonly copyId: CopyId; readonly titleId: TitleId; readonly schoolId: SchoolId },
    today: CalendarDay,
    rules: SchoolRules,
  ): Promise<ClaimServed | null>;

  /**
   * A locked copy lies ready by mistake, and is on its way still: who it was kept for waits again, in the old place.
   * @returns what was moved, the copy included
   */
  abstract takeOffShelf(tx: Tx, copy: LentCopy, today: CalendarDay): Promise<readonly Announcement[]>;

  /** The copy will not come back. */
  abstract whenLost(tx: Tx, copyId: CopyId, today: CalendarDay): Promise<void>;

  /** The reader may borrow again, as it seems. */
  abstract whenFreed(tx: Tx, readerId: ReaderId): Promise<void>;

  /** After the commit: whatever was noted is looked at. */
  abstract afterCommit(): void;
}
