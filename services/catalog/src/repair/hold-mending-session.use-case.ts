import { Injectable } from '@nestjs/common';
import {
  conflict,
  newId,
  OncePerKey,
  refuseIfStale,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { CalendarDay, ReaderId, SchoolClassId } from '@shulian/contracts/ids';
import type { MendingSessionAsked, MendingSessionChange } from './mending-sessions.http.js';
import { MendingSessionsRepository } from './mending-sessions.repository.js';
import { changeRefusal, type MendingSession } from './rules/mending-session.js';

/** Plans a session in which pupils mend books, says who helps, puts it off or calls it off. */
@Injectable()
export class HoldMendingSession {
  constructor(private readonly oncePerKey: OncePerKey) {}

  plan(caller: Caller, input: MendingSessionAsked, request: DeskRequest | null): Promise<Answer> {
    const session: MendingSession = {
      id: newId(),
      version: 1,
      schoolId: caller.schoolFor(input.schoolId),
      name: input.name,
      heldOn: input.heldOn as CalendarDay,
      classId: (input.classId ?? null) as SchoolClassId | null,
      note: input.note ?? null,
      cancelled: false,
      plannedBy: caller.id,
    };
    return this.oncePerKey.run(request, 201, async (tx) => {
      const sessions = tx.use(MendingSessionsRepository);
      await sessions.add(session);
      await sessions.putHelpers(session.id, readersIn(input.helperIds ?? []));
      return sessions.view(session.id);
    });
  }

  /** @throws Problem 404 out of reach, 412, 409 `mending-session.has-repairs` */
  change(
    caller: Caller,
    id: string,
    version: number,
    input: MendingSessionChange,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx) => {
      const sessions = tx.use(MendingSessionsRepository);
      const session = await sessions.locked(id);
      if (session === null || !caller.mayWorkAt(session.schoolId)) throw unknownThing();
      refuseIfStale(version, session.version);
      const next: MendingSession = {
        ...session,
        version: session.version + 1,
        name: input.name ?? session.name,
        heldOn: (input.heldOn ?? session.heldOn) as CalendarDay,
        note: input.note === undefined ? session.note : input.note,
        cancelled: input.cancelled ?? session.cancelled,
      };
      const refusal = changeRefusal(session, next, await sessions.credited(id));
      if (refusal !== null) throw conflict(refusal);
      await sessions.change(next);
      if (input.helperIds !== undefined) await sessions.putHelpers(id, readersIn(input.helperIds));
      return sessions.view(id);
    });
  }
}

const readersIn = (ids: readonly string[]): readonly ReaderId[] => [...new Set(ids)] as ReaderId[];
