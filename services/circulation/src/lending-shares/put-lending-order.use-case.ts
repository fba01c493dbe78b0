import { Injectable } from '@nestjs/common';
import type { SchoolId } from '@shulian/contracts/ids';
import {
  Clock,
  invalid,
  OncePerKey,
  refuseIfStale,
  unknownReference,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { LendingOrderAsked, LendingOrderView } from './lending-shares.http.js';
import { LendingSharesRepository } from './lending-shares.repository.js';

/** Whom the readers of a school are served from first. */
@Injectable()
export class PutLendingOrder {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 for the school itself in its list, 404, 412, 422 for a school that is not there */
  execute(
    caller: Caller,
    schoolId: SchoolId,
    input: LendingOrderAsked,
    expected: number,
    request: DeskRequest | null,
  ): Promise<Answer> {
    if (!caller.mayWorkAt(schoolId)) throw unknownThing();
    const schoolIds = input.schoolIds.map((id) => id.toLowerCase());
    const own = schoolIds.indexOf(schoolId);
    if (own >= 0) throw invalid({ pointer: `/schoolIds/${own}`, code: 'school-itself' });
    const put = { on: this.clock.today(), by: caller.id };
    return this.oncePerKey.run(request, 200, async (tx): Promise<LendingOrderView> => {
      const shares = tx.use(LendingSharesRepository);
      if (!(await shares.lockSchool(schoolId))) throw unknownThing();
      const version = await shares.orderVersion(schoolId);
      refuseIfStale(expected, version);
      const [stranger] = await shares.strangers(schoolIds);
      if (stranger !== undefined) throw unknownReference(`/schoolIds/${schoolIds.indexOf(stranger)}`);
      const order = { schoolId, schoolIds, version: version + 1 };
      await shares.putOrder(order, put);
      return order;
    });
  }
}
