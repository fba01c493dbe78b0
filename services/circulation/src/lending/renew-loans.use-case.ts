import { Injectable } from '@nestjs/common';
import type { Caller, DeskRequest, Language } from '@shulian/service-kit';
import type { BatchView, RenewalBatchAsked } from './batches.http.js';
import { atDeskOf, ItemOutcomes, requestOfItem } from './item-outcomes.step.js';
import { RenewLoan } from './renew-loan.use-case.js';

/** Locks are taken for each: so many at once, that other desks find a connection, too. */
const LANES = 4;

/** Several loans get a later due day. */
@Injectable()
export class RenewLoans {
  constructor(
    private readonly renewLoan: RenewLoan,
    private readonly outcomes: ItemOutcomes,
  ) {}

  execute(
    caller: Caller,
    { items, schoolId }: RenewalBatchAsked,
    request: DeskRequest | null,
    language: Language,
  ): Promise<BatchView> {
    return this.outcomes.of(
      items.map((item, place) => ({ ...atDeskOf(item, schoolId), place })),
      ({ loanId, copyBarcode, place }) => [loanId ?? copyBarcode ?? '', `lane ${place % LANES}`],
      ({ place: _, ...item }, place) => this.renewLoan.execute(caller, item, requestOfItem(request, place)),
      language,
    );
  }
}
