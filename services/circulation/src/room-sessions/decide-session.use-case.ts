import { Injectable } from '@nestjs/common';
import { reachesSchool } from '@shulian/contracts/access';
import { Clock, conflict, OncePerKey, unknownThing, type Answer, type Caller, type DeskRequest, type Tx } from '@shulian/service-kit'; // prettier-ignore
import { roomSessionChanged } from './room-session.events.js';
import type { SessionCancellation, SessionDecision } from './room-sessions.http.js';
import { RoomSessionsQuery } from './room-sessions.query.js';
import { RoomSessionsRepository, type KnownSession } from './room-sessions.repository.js';

/** What a teacher has asked for is booked or declined; what is booked is cancelled. */
@Injectable()
export class DecideSession {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly sessions: RoomSessionsQuery,
    private readonly clock: Clock,
  ) {}

  /** Of all that was asked for with it. @throws Problem 404, 409 `room-session.decided` */
  execute(caller: Caller, id: string, input: SessionDecision, request: DeskRequest | null): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx) => {
      const session = await own(caller, id, tx);
      if (session.status !== 'asked') throw conflict('room-session.decided');
      const status = input.decision === 'book' ? 'booked' : 'declined';
      const sessions = tx.use(RoomSessionsRepository);
      const decided = await sessions.decide(session.seriesId, status, input.note ?? null, caller.id);
      await tx.outbox.append(...decided.map(roomSessionChanged));
      return (await this.sessions.byIds([id], tx.session))[0];
    });
  }

  /** @throws Problem 404, 409 `room-session.over` */
  cancel(
    caller: Caller,
    id: string,
    input: SessionCancellation,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx) => {
      const session = await own(caller, id, tx);
      if ((session.status !== 'asked' && session.status !== 'booked') || session.on < this.clock.today())
        throw conflict('room-session.over');
      const sessions = tx.use(RoomSessionsRepository);
      const cancelled = await sessions.cancel(session, input.restOfSeries, input.note ?? null, caller.id);
      await tx.outbox.append(...cancelled.map(roomSessionChanged));
      return (await this.sessions.byIds([id], tx.session))[0];
    });
  }
}

/** @throws Problem 404 for one of another school, or for a teacher of another class */
async function own({ reach }: Caller, id: string, tx: Tx): Promise<KnownSession> {
  const session = await tx.use(RoomSessionsRepository).locked(id);
  const isOwn =
    session !== null &&
    (reachesSchool(reach, session.schoolId) ||
      (session.classId !== null && reach.classes.has(session.classId)));
  if (!isOwn) throw unknownThing();
  return session;
}
