import { Injectable } from '@nestjs/common';
import { Clock, newId, OncePerKey, Refused, type Answer, type DeskRequest } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { CopiesRepository } from '../accession/copies.repository.js';
import { copyChanged } from '../accession/copy.events.js';
import { changedCopy } from '../accession/rules/copy.js';
import { asReason } from '../accession/reason.http.js';
import type { CopyMoveAsked } from './copy-moves.http.js';
import { moveView } from './copy-moves.query.js';
import { CopyMovesRepository } from './copy-moves.repository.js';
import { planMove } from './plan-move.step.js';

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
      const { facts, copies, moving, refusals } = await planMove(tx, input, schoolId);
      const [first] = refusals;
      if (first !== undefined) throw new Refused(first.code, refusals.map(asReason));

      const toId = facts.to?.id ?? null;
      const chosen = new Set(moving.map(({ id }) => id));
      const before = copies.filter(({ id }) => chosen.has(id));
      const after = before.map((copy) => changedCopy(copy, { locationId: toId }, null));
      await tx.use(CopiesRepository).place(after);
      const id = newId();
      await tx.use(CopyMovesRepository).add({
        id,
        schoolId,
        toId,
        movedAt: this.clock.now(),
        by,
        copies: before.map((copy) => ({ copyId: copy.id, fromId: copy.locationId })),
      });
      await tx.outbox.append(...after.map((copy, at) => copyChanged(before[at] ?? copy, copy)));
      return moveView(tx.session, id);
    });
  }
}
