import { Injectable } from '@nestjs/common';
import { Clock, OncePerKey, type Answer, type Caller, type DeskRequest } from '@shulian/service-kit';
import type { CompensationId } from '@shulian/contracts/ids';
import { CopiesRepository } from '../accession/copies.repository.js';
import type { ClosedCompensation, ClosingsAnswer, ClosingsAsked } from './compensations.http.js';
import { CompensationsRepository } from './compensations.repository.js';
import { closingRefusal } from './rules/standing.js';
import { strikeLostCopies } from './strike-lost-copies.step.js';

/**
 * What was settled is closed in the books: each lost copy gets its line in the withdrawal register, or the reason why not.
 * A copy that was struck as lost before closes with the line it has.
 */
@Injectable()
export class CloseCompensations {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  execute(caller: Caller, input: ClosingsAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    const asked = [...new Set(input.compensationIds)] as CompensationId[];
    const day = this.clock.today();
    const documentNumber = input.documentNumber ?? null;
    return this.oncePerKey.run(request, 200, async (tx): Promise<ClosingsAnswer> => {
      const account = tx.use(CompensationsRepository);
      const found = (await account.copiesOf(asked)).filter((each) => each.schoolId === schoolId);
      // Two who close the same one go one after the other: where it stands is read under the lock of its copy.
      await tx.use(CopiesRepository).lockedAll(found.map(({ copyId }) => copyId));
      const standing = new Map(
        (await account.standingsOf(found.map(({ id }) => id))).map((each) => [each.id, each]),
      );
      const ready = [...standing.values()].filter((each) => closingRefusal(each, 'withdrawal') === null);
      const kept = await strikeLostCopies(tx, ready, { documentNumber, day, by: caller.id });
      const closing = ready.filter(({ copyId }) => !kept.has(copyId));
      await account.close(
        closing.map(({ id, copyId }) => ({ id, copyId, replacementId: null })),
        day,
        caller.id,
      );
      const items = asked.map((id): ClosedCompensation => {
        const each = standing.get(id);
        if (each === undefined) return { compensationId: id, code: 'compensation.unknown' };
        const code = closingRefusal(each, 'withdrawal') ?? kept.get(each.copyId) ?? null;
        return { compensationId: id, code };
      });
      return { closed: closing.length, items };
    });
  }
}
