import { Injectable } from '@nestjs/common';
import { Clock, Database, OncePerKey, unknownThing, type Answer, type Caller, type DeskRequest } from '@shulian/service-kit'; // prettier-ignore
import { shelfAccessView, type ShelfAccessPlanAsked } from './library-rooms.http.js';
import { LibraryRoomsQuery } from './library-rooms.query.js';
import { LibraryRoomsRepository } from './library-rooms.repository.js';

/** Shelves are opened step by step: teachers first, pupils after them (CIR-008). */
@Injectable()
export class PlanShelfAccess {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly rooms: LibraryRoomsQuery,
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  /** @throws Problem 404 out of reach */
  async execute(
    caller: Caller,
    id: string,
    input: ShelfAccessPlanAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    await this.rooms.ownRoom(caller, id, this.database);
    return this.oncePerKey.run(request, 200, async (tx) => {
      const rooms = tx.use(LibraryRoomsRepository);
      if ((await rooms.locked([id])).length === 0) throw unknownThing();
      await rooms.replaceSteps(id, input.steps);
      return shelfAccessView(id, input.steps, this.clock.today());
    });
  }
}
