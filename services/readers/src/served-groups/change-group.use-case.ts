import { Injectable } from '@nestjs/common';
import {
  Clock,
  invalid,
  OncePerKey,
  refuseIfStale,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { CalendarDay } from '@shulian/contracts/ids';
import { faultOf, type ServedGroup } from './rules/served-group.js';
import type { GroupChange } from './served-groups.http.js';
import { ServedGroupsRepository } from './served-groups.repository.js';

/** Another name, other needs, another agreement; served no longer, or again. */
@Injectable()
export class ChangeGroup {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach, 412 stale, 400 for what does not fit the sort */
  execute(
    caller: Caller,
    id: string,
    version: number,
    input: GroupChange,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx) => {
      const groups = tx.use(ServedGroupsRepository);
      const before = await groups.locked(id);
      if (before === null || !caller.mayWorkAt(before.schoolId)) throw unknownThing();
      refuseIfStale(version, before.version);
      const { ended, ...told } = input;
      const given = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
      const endedOn = ended === undefined ? before.endedOn : ended ? this.clock.today() : null;
      const group = { ...before, ...given, endedOn, version: before.version + 1 } as ServedGroup & {
        readonly endedOn: CalendarDay | null;
      };
      const fault = faultOf(group);
      if (fault !== null) throw invalid(fault);
      await groups.change(group);
      return groups.view(id);
    });
  }
}
