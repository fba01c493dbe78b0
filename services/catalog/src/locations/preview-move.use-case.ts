import { Injectable } from '@nestjs/common';
import { Transaction } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { asReason } from '../accession/reason.http.js';
import type { CopyMoveAsked, MovePreview } from './copy-moves.http.js';
import { originsOf } from './copy-moves.query.js';
import { planMove } from './plan-move.step.js';

/** Shows what a move would do; nothing is written. */
@Injectable()
export class PreviewMove {
  constructor(private readonly transaction: Transaction) {}

  /** @throws Problem 422 for a place that the school has not */
  execute(input: CopyMoveAsked, schoolId: SchoolId): Promise<MovePreview> {
    return this.transaction.run(async (tx) => {
      const { facts, moving, refusals } = await planMove(tx, input, schoolId);
      return {
        toId: facts.to?.id ?? null,
        toPath: facts.to?.path ?? null,
        chosen: facts.copies.length,
        moving: moving.length,
        alreadyThere: facts.copies.filter(({ withdrawn }) => !withdrawn).length - moving.length,
        unknownBarcodes: [...facts.unknownBarcodes],
        origins: await originsOf(
          tx.session,
          moving.map(({ id }) => id),
        ),
        reasons: refusals.map(asReason),
      };
    });
  }
}
