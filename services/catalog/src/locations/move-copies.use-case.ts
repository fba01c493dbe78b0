import { Injectable } from '@nestjs/common';
import { Clock, OncePerKey, type Answer, type DeskRequest } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { carryOutMove } from './carry-out-move.step.js';
import type { CopyMoveAsked } from './copy-moves.http.js';
import { moveView } from './copy-moves.query.js';

/** Moves many copies of a school to another place (倒架): all of them, or none. */
@Injectable()
export class MoveCopies {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 422 for a place that the school has not, 409 with the reasons */
  execute(
    input: CopyMoveAsked,
    schoolId: SchoolId,
    by: string,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.oncePerKey.run(request, 201, async (tx) => {
      const id = await carryOutMove(tx, input, schoolId, { at: this.clock.now(), by });
      return moveView(tx.session, id);
    });
  }
}
