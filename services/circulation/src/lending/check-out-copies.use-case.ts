import { Injectable } from '@nestjs/common';
import { normalBarcode } from '@shulian/lending-rules/desk/barcode';
import { ProblemDocuments, type Caller, type DeskRequest, type Language } from '@shulian/service-kit';
import type { BatchView, CheckOutBatchAsked } from './batches.http.js';
import { CheckOutCopy } from './check-out-copy.use-case.js';
import { atDeskOf, ItemOutcomes, requestOfItem } from './item-outcomes.step.js';

/** A pile of books goes out. */
@Injectable()
export class CheckOutCopies {
  constructor(
    private readonly checkOut: CheckOutCopy,
    private readonly outcomes: ItemOutcomes,
    private readonly documents: ProblemDocuments,
  ) {}

  /** @throws Problem 403 for a desk of a school out of reach */
  async execute(
    caller: Caller,
    { items, schoolId }: CheckOutBatchAsked,
    request: DeskRequest | null,
    language: Language,
  ): Promise<BatchView> {
    if (schoolId !== undefined) caller.schoolFor(schoolId);
    const titleOf = this.documents.titlesIn(language);
    return this.outcomes.of(
      items.map((item) => atDeskOf(item, schoolId)),
      ({ copyBarcode, cardNumber, readerId, classId }) => [
        `copy ${normalBarcode(copyBarcode)}`,
        `borrower ${cardNumber ?? readerId ?? classId ?? ''}`,
      ],
      (item, place) => this.checkOut.execute(caller, item, requestOfItem(request, place), titleOf),
      language,
    );
  }
}
