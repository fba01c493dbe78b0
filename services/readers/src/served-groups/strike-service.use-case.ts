import { Injectable } from '@nestjs/common';
import {
  Clock,
  OncePerKey,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { ServedGroupsRepository } from './served-groups.repository.js';

/** A line was wrong: it stays, struck, and counts no more; or it was right, after all. */
@Injectable()
export class StrikeService {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach */
  execute(caller: Caller, id: string, struck: boolean, request: DeskRequest | null): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx) => {
      const groups = tx.use(ServedGroupsRepository);
      const line = await groups.lockedService(id);
      if (line === null || !caller.mayWorkAt(line.schoolId)) throw unknownThing();
      if (struck !== (line.struckOn !== null))
        await groups.strike(id, struck ? { on: this.clock.today(), by: caller.id } : null);
      return groups.service(id);
    });
  }
}
