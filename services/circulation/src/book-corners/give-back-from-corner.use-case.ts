import { Injectable } from '@nestjs/common';
import { OncePerKey, unknownThing, type Answer, type Caller, type DeskRequest } from '@shulian/service-kit';
import { BlockCopiesRepository } from '../block-loans/block-copies.repository.js';
import type { GivenBackView } from '../block-loans/block-copies.http.js';
import { BlockLoans, plainBarcodes } from '../block-loans/block-loans.step.js';
import type { CornerReturnsAsked } from './book-corners.http.js';
import { BookCornersRepository } from './book-corners.repository.js';

/** Some or all copies of a corner come back to the library; the rest stays. */
@Injectable()
export class GiveBackFromCorner {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly blocks: BlockLoans,
  ) {}

  /** @throws Problem 404 out of reach; Refused 409 `block.refused` for copies that do not stand there */
  async execute(
    caller: Caller,
    id: string,
    input: CornerReturnsAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const answer = await this.oncePerKey.run(request, 200, async (tx): Promise<GivenBackView> => {
      const corner = await tx.use(BookCornersRepository).locked(id);
      if (corner === null || !caller.reach.schools.has(corner.schoolId)) throw unknownThing();
      const who = { kind: 'class' as const, id: corner.classId };
      const from = { id, who, standsThere: ({ targetId }: { targetId: string | null }) => targetId === id };
      const barcodes = plainBarcodes(input.copyBarcodes);
      await this.blocks.move(tx, caller, corner.schoolId, [{ barcodes, from, to: null }]);
      const left = await tx.use(BlockCopiesRepository).barcodes(id, who);
      return { returned: barcodes.length, left: left.length };
    });
    this.blocks.afterCommit();
    return answer;
  }
}
