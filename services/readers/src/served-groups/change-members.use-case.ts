import { Injectable } from '@nestjs/common';
import {
  Clock,
  OncePerKey,
  unknownReference,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { mayBeIn } from './rules/served-group.js';
import type { MembersAsked } from './served-groups.http.js';
import { ServedGroupsRepository } from './served-groups.repository.js';

/** Readers come into a group, or go. */
@Injectable()
export class ChangeMembers {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach, 422 for a reader of another school or of a kind that is not of the sort */
  execute(caller: Caller, id: string, input: MembersAsked, request: DeskRequest | null): Promise<Answer> {
    const { add = [], remove = [] } = input;
    return this.oncePerKey.run(request, 200, async (tx) => {
      const groups = tx.use(ServedGroupsRepository);
      const group = await groups.locked(id);
      if (group === null || !caller.mayWorkAt(group.schoolId)) throw unknownThing();
      const found = await groups.kindsOf(group.schoolId, add);
      if (found.length < add.length || !found.every(({ kind }) => mayBeIn(group.sort, kind)))
        throw unknownReference('/add');
      await groups.addReaders(id, add, this.clock.today());
      await groups.removeReaders(id, remove);
      return groups.view(id);
    });
  }
}
