import { Injectable } from '@nestjs/common';
import type { Announcement } from '@shulian/contracts/envelope';
import type { CalendarDay, CopyId, HoldId, ReaderId, SchoolId, TitleId } from '@shulian/contracts/ids';
import type { CopyAtDesk } from '@shulian/lending-rules/desk/copy-at-desk';
import type { Loan } from '@shulian/lending-rules/desk/loan';
import type { WhoBorrows } from '@shulian/lending-rules/desk/who-borrows';
import type { Tx } from '@shulian/service-kit';
import {
  ClaimsOnCopies,
  type ClaimOnCopy,
  type ClaimServed,
  type ClaimsMet,
} from '../desk/claims-on-copies.step.js';
import type { LentCopy } from '../desk/lent-copies.repository.js';
import { lockInOrder, queueOf } from '../desk/lock-in-order.step.js';
import { QueuesRepository } from '../desk/queues.repository.js';
import type { SchoolRules } from '../policies/school-rules.facts.js';
import { endWaitsForCopy } from './end-waits-for-copy.step.js';
import { fulfilHolds } from './fulfil-holds.step.js';
import { HoldReviewsRepository } from './hold-reviews.repository.js';
import { takeOffShelf } from './take-off-shelf.step.js';
import { queueAtSchool } from './queue-at-school.step.js';
import { ReviewHolds } from './review-holds.worker.js';
import { keptFor } from './rules/queue.js';
import { shelveForNextHold } from './shelve-for-next-hold.step.js';

/** Who waits has a claim on copies that a desk has in hand. */
@Injectable()
export class HoldsOnCopies extends ClaimsOnCopies {
  constructor(private readonly reviews: ReviewHolds) {
    super();
  }

  /**
   * A copy that lies free is kept back for a reader who waits, when this one taking it would leave that one without
   * (decision 38).
   */
  async onFreeCopy(
    tx: Tx,
    copy: CopyAtDesk,
    borrowerId: WhoBorrows['id'] | null,
    today: CalendarDay,
    rules: SchoolRules,
    locked: boolean,
  ): Promise<ClaimOnCopy> {
    const { titleId } = copy;
    const queue = locked
      ? queueOf(await lockInOrder(tx, { queues: [titleId] }), titleId)
      : { titleId, waiting: await tx.use(QueuesRepository).waitingIn(titleId) };
    if (queue.waiting === 0) return { heldFor: null, waiting: false };
    const { free, waiting } = await queueAtSchool(tx, queue, copy.schoolId, today, rules, copy.id);
    const inHand = { copyId: copy.id, titleId, schoolId: copy.schoolId, kind: copy.kind };
    return { heldFor: keptFor(inHand, borrowerId, waiting, free)?.readerId ?? null, waiting: true };
  }

  whenLent(tx: Tx, loan: Loan, holdOfCopy: HoldId | null, today: CalendarDay): Promise<ClaimsMet> {
    return fulfilHolds(tx, loan, holdOfCopy, today);
  }

  lookAgainAt(tx: Tx, titleId: TitleId): Promise<void> {
    return tx.use(HoldReviewsRepository).ofTitle(titleId);
  }

  lookAgainAtCopy(tx: Tx, copy: { readonly copyId: CopyId; readonly titleId: TitleId }): Promise<void> {
    return tx.use(HoldReviewsRepository).ofCopies([copy]);
  }

  async serveNext(
    tx: Tx,
    copy: { readonly copyId: CopyId; readonly titleId: TitleId; readonly schoolId: SchoolId },
    today: CalendarDay,
    rules: SchoolRules,
  ): Promise<ClaimServed | null> {
    const queue = queueOf(await lockInOrder(tx, { queues: [copy.titleId] }), copy.titleId);
    const shelved = await shelveForNextHold(tx, queue, copy, today, rules);
    if (shelved !== null) await tx.use(QueuesRepository).save(queue);
    // Who waits at another school may have it, when it lies on its shelf.
    else if (queue.waiting > 0) await tx.use(HoldReviewsRepository).ofTitle(copy.titleId);
    return shelved;
  }

  takeOffShelf(tx: Tx, copy: LentCopy, today: CalendarDay): Promise<readonly Announcement[]> {
    return takeOffShelf(tx, copy, today);
  }

  whenLost(tx: Tx, copyId: CopyId, today: CalendarDay): Promise<void> {
    return endWaitsForCopy(tx, copyId, today);
  }

  whenFreed(tx: Tx, readerId: ReaderId): Promise<void> {
    return tx.use(HoldReviewsRepository).ofReader(readerId);
  }

  afterCommit(): void {
    this.reviews.poke();
  }
}
