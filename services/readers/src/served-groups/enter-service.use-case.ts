import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  invalid,
  newId,
  OncePerKey,
  unknownReference,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { CalendarDay } from '@shulian/contracts/ids';
import { isServedOn } from './rules/served-group.js';
import type { ServiceAsked } from './served-groups.http.js';
import { ServedGroupsRepository } from './served-groups.repository.js';

/** Something was done for a group: a visit, a delivery, a list that was sent (RDR-014, RDR-016, RDR-048). */
@Injectable()
export class EnterService {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 for a day to come, 422 for a group out of reach, 409 `served-group.not-served` */
  execute(caller: Caller, input: ServiceAsked, request: DeskRequest | null): Promise<Answer> {
    const givenOn = input.givenOn as CalendarDay;
    if (givenOn > this.clock.today()) throw invalid({ pointer: '/givenOn', code: 'in-the-future' });
    return this.oncePerKey.run(request, 201, async (tx) => {
      const groups = tx.use(ServedGroupsRepository);
      const group = await groups.locked(input.groupId);
      if (group === null || !caller.mayWorkAt(group.schoolId)) throw unknownReference('/groupId');
      if (!isServedOn(group, givenOn)) throw conflict('served-group.not-served');
      const id = newId();
      await groups.addService({
        id,
        groupId: group.id,
        schoolId: group.schoolId,
        givenOn,
        kind: input.kind,
        people: input.people,
        items: input.items,
        note: input.note ?? null,
        servedBy: input.servedBy ?? null,
        enteredBy: caller.id,
      });
      return groups.service(id);
    });
  }
}
