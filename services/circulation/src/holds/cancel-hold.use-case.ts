import { Injectable } from '@nestjs/common';
import type { HoldId } from '@shulian/contracts/ids';
import { Clock, Refused, Transaction, unknownThing, type Caller } from '@shulian/service-kit';
import { endHold } from './end-hold.step.js';
import { toHoldView, type HoldView } from './holds.http.js';
import { HoldsQuery } from './holds.query.js';
import { ReviewHolds } from './review-holds.worker.js';

/** A hold is given up; doing it again changes nothing. */
@Injectable()
export class CancelHold {
  constructor(
    private readonly transaction: Transaction,
    private readonly holds: HoldsQuery,
    private readonly clock: Clock,
    private readonly reviews: ReviewHolds,
  ) {}

  /** @throws Problem 404 for a hold the caller may not know of; Refused 409 `hold.closed` after it was fulfilled or expired */
  async execute(caller: Caller, id: HoldId): Promise<HoldView> {
    const { title, copyBarcode, callNumber } = await this.holds.one(caller, id);
    const hold = await this.transaction.run((tx) => endHold(tx, id, 'cancelled', this.clock.today()));
    this.reviews.poke();
    if (hold === null) throw unknownThing();
    if (hold.state.is !== 'cancelled')
      throw new Refused('hold.refused', [
        { code: 'hold.closed', severity: 'deny', overridable: false, facts: { status: hold.state.is } },
      ]);
    return toHoldView(hold, null, { title, copyBarcode, callNumber });
  }
}
