import { Injectable } from '@nestjs/common';
import type { SchoolClassId } from '@shulian/contracts/ids';
import type { Caller, Tx } from '@shulian/service-kit';
import { BlockLoans, type Part } from '../block-loans/block-loans.step.js';
import type { SideOfSwap, Swap } from './corner-swaps.repository.js';

const classOf = (id: SchoolClassId) => ({ kind: 'class' as const, id });

/** Both blocks change hands in one step: each copy is lent to the other class from the moment it is lent to this one no more. */
@Injectable()
export class CarryOutSwap {
  constructor(private readonly blocks: BlockLoans) {}

  /**
   * @param back what was swapped goes back
   * @throws Refused 409 `block.refused` where a copy does not stand where it shall leave
   */
  async execute(tx: Tx, caller: Caller, { schoolId, sides }: Swap, back = false): Promise<void> {
    const [one, other] = sides;
    const goes = (barcodes: readonly string[], from: SideOfSwap, to: SideOfSwap): Part => ({
      barcodes,
      from: {
        id: from.cornerId,
        who: classOf(from.classId),
        standsThere: ({ targetId }) => targetId === from.cornerId,
      },
      to: {
        purpose: 'corner',
        targetId: to.cornerId,
        who: classOf(to.classId),
        place: null,
        note: null,
        dueOn: null,
      },
    });
    const parts = back
      ? [goes(one.barcodes, other, one), goes(other.barcodes, one, other)]
      : [goes(one.barcodes, one, other), goes(other.barcodes, other, one)];
    await this.blocks.move(tx, caller, schoolId, parts);
  }
}
