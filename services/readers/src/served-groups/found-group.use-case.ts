import { Injectable } from '@nestjs/common';
import {
  Clock,
  invalid,
  newId,
  OncePerKey,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { CalendarDay } from '@shulian/contracts/ids';
import { faultOf, type ServedGroup } from './rules/served-group.js';
import type { GroupAsked } from './served-groups.http.js';
import { ServedGroupsRepository } from './served-groups.repository.js';

/** The library begins to serve a group: outsiders, special readers, a department or project. */
@Injectable()
export class FoundGroup {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 for what does not fit the sort */
  execute(caller: Caller, input: GroupAsked, request: DeskRequest | null): Promise<Answer> {
    const group: ServedGroup = {
      id: newId(),
      schoolId: caller.schoolFor(input.schoolId),
      sort: input.sort,
      kind: input.kind,
      name: input.name,
      needs: input.needs ?? null,
      contact: input.contact ?? null,
      agreementNumber: input.agreementNumber ?? null,
      agreedFrom: (input.agreedFrom ?? null) as CalendarDay | null,
      agreedTo: (input.agreedTo ?? null) as CalendarDay | null,
      endedOn: null,
      version: 1,
      createdOn: this.clock.today(),
      createdBy: caller.id,
    };
    const fault = faultOf(group);
    if (fault !== null) throw invalid(fault);
    return this.oncePerKey.run(request, 201, async (tx) => {
      const groups = tx.use(ServedGroupsRepository);
      await groups.add(group);
      return groups.view(group.id);
    });
  }
}
