import { Injectable } from '@nestjs/common';
import type { SchoolId } from '@shulian/contracts/ids';
import {
  Clock,
  OncePerKey,
  Problem,
  refuseIfStale,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { LendingShareAsked, LendingShareView } from './lending-shares.http.js';
import { LendingSharesRepository } from './lending-shares.repository.js';

/** A school says how it lends to others. What waits already is looked at again by the sweep of the night. */
@Injectable()
export class PutLendingShare {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @param expected needed where there is a share already. @throws Problem 404 out of reach, 412, 428 */
  execute(
    caller: Caller,
    schoolId: SchoolId,
    input: LendingShareAsked,
    expected: number | null,
    request: DeskRequest | null,
  ): Promise<Answer> {
    if (!caller.mayWorkAt(schoolId)) throw unknownThing();
    const put = { on: this.clock.today(), by: caller.id };
    return this.oncePerKey.run(request, 200, async (tx): Promise<LendingShareView> => {
      const shares = tx.use(LendingSharesRepository);
      if (!(await shares.lockSchool(schoolId))) throw unknownThing();
      const version = await shares.version(schoolId);
      if (version > 0 && expected === null) throw new Problem(428, 'version.required');
      if (expected !== null) refuseIfStale(expected, version);
      await shares.put(schoolId, input, version + 1, put);
      return shares.view(schoolId);
    });
  }
}
