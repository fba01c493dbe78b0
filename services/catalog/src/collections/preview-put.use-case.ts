import { Injectable } from '@nestjs/common';
import { Transaction } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { asReason } from '../accession/reason.http.js';
import type { CollectionChangeAsked, CollectionPreview } from './collections.http.js';
import { originsOf } from './collections.query.js';
import { planPut } from './plan-put.step.js';

/** Shows which copies would be put in or taken out; nothing is written. */
@Injectable()
export class PreviewPut {
  constructor(private readonly transaction: Transaction) {}

  /** @throws Problem 422 for a collection that the school has not */
  execute(input: CollectionChangeAsked, schoolId: SchoolId): Promise<CollectionPreview> {
    return this.transaction.run(async (tx) => {
      const { to, chosen, changing, unknownBarcodes, refusals } = await planPut(tx, input, schoolId);
      return {
        toId: to?.id ?? null,
        toName: to?.name ?? null,
        chosen,
        changing: changing.length,
        unknownBarcodes: [...unknownBarcodes],
        origins: await originsOf(
          tx.session,
          changing.map(({ copyId }) => copyId),
        ),
        reasons: refusals.map(asReason),
      };
    });
  }
}
