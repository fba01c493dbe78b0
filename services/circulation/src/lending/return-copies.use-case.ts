import { Injectable } from '@nestjs/common';
import { normalBarcode } from '@shulian/lending-rules/desk/barcode';
import type { Caller, DeskRequest, Language } from '@shulian/service-kit';
import type { BatchView, ReturnBatchAsked } from './batches.http.js';
import { atDeskOf, ItemOutcomes, requestOfItem } from './item-outcomes.step.js';
import { ReturnCopy } from './return-copy.use-case.js';

/** A pile of books comes back. */
@Injectable()
export class ReturnCopies {
  constructor(
    private readonly returnCopy: ReturnCopy,
    private readonly outcomes: ItemOutcomes,
  ) {}

  /** @throws Problem 403 for a desk of a school out of reach */
  async execute(
    caller: Caller,
    { items, schoolId }: ReturnBatchAsked,
    request: DeskRequest | null,
    language: Language,
  ): Promise<BatchView> {
    if (schoolId !== undefined) caller.schoolFor(schoolId);
    return this.outcomes.of(
      items.map((item) => atDeskOf(item, schoolId)),
      ({ copyBarcode }) => [normalBarcode(copyBarcode)],
      (item, place) => this.returnCopy.execute(caller, item, requestOfItem(request, place)),
      language,
    );
  }
}
