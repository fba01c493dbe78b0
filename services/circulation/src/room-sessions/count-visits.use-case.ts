import { Injectable } from '@nestjs/common';
import { reachesSchool } from '@shulian/contracts/access';
import type { SchoolId } from '@shulian/contracts/ids';
import { wallTimeAt } from '@shulian/lending-rules/policy/lending-windows';
import { Clock, conflict, Database, denied, invalid, newId, OncePerKey, Problem, Transaction, unknownThing, type Answer, type Caller, type DeskRequest, type Tx } from '@shulian/service-kit'; // prettier-ignore
import { LibraryRoomsQuery } from '../library-rooms/library-rooms.query.js';
import { roomVisitCounted, roomVisitTakenBack } from './room-session.events.js';
import { visitTargetsSet } from './visit-targets.events.js';
import type { RoomVisitAsked, VisitTargetsAsked } from './room-visits.http.js';
import { RoomSessionsQuery } from './room-sessions.query.js';
import { RoomVisitsQuery } from './room-visits.query.js';
import {
  RoomVisitsRepository,
  type KnownVisitor,
  type NewVisit,
  type WhereVisited,
} from './room-visits.repository.js';

type Place = Pick<WhereVisited, 'schoolId' | 'roomId' | 'sessionId' | 'on' | 'at'> & {
  readonly classId: string | null;
};

/** Who reads in a room is counted: a number, or one by one (CIR-041, 042). */
@Injectable()
export class CountVisits {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly transaction: Transaction,
    private readonly rooms: LibraryRoomsQuery,
    private readonly sessions: RoomSessionsQuery,
    private readonly visits: RoomVisitsQuery,
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  /** @throws Problem 400, 403 for people of another class, 404, 409 `room-visit.not-held`, 422 for a reader that the school has not */
  async execute(caller: Caller, input: RoomVisitAsked, request: DeskRequest | null): Promise<Answer> {
    const ways = [input.readerIds, input.cardNumber, input.persons ?? undefined];
    if (ways.filter((each) => each !== undefined).length !== 1) throw invalid({ pointer: '/readerIds', code: 'one-of-three' }); // prettier-ignore
    const place = await this.placeOf(caller, input);
    const byCard =
      input.cardNumber === undefined
        ? null
        : await this.rooms.readerAtDoor(
            caller,
            place.schoolId,
            { cardNumber: input.cardNumber },
            this.database,
          );
    if (input.cardNumber !== undefined && byCard === null) throw new Problem(422, 'reader.unknown');
    const readerIds = byCard === null ? (input.readerIds ?? []) : [byCard.readerId];
    return this.oncePerKey.run(request, 201, async (tx) => {
      const visits = await this.visitsOf(caller, place, readerIds, input, tx);
      const where = { ...place, minutes: input.minutes ?? null, note: input.note ?? null };
      const added = await tx.use(RoomVisitsRepository).add(where, visits, caller.id);
      const counted = visits.filter(({ id }) => added.includes(id));
      await tx.outbox.append(...counted.map((visit) => roomVisitCounted(where, visit)));
      return { items: await this.visits.byIds(added, tx.session), already: visits.length - added.length };
    });
  }

  /** @throws Problem 404 */
  async takeBack(caller: Caller, id: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      const schoolId = await tx.use(RoomVisitsRepository).schoolOf(id);
      if (schoolId === null || !caller.mayWorkAt(schoolId)) throw unknownThing();
      await tx.use(RoomVisitsRepository).remove(id);
      await tx.outbox.append(roomVisitTakenBack(id, schoolId));
    });
  }

  setTargets(caller: Caller, input: VisitTargetsAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId: SchoolId = caller.schoolFor(input.schoolId);
    return this.oncePerKey.run(request, 200, async (tx) => {
      const version = await tx.use(RoomVisitsRepository).replaceTargets(schoolId, input.targets);
      await tx.outbox.append(visitTargetsSet(schoolId, input.targets, version));
      return { targets: await this.visits.targets(schoolId, tx.session) };
    });
  }

  private async placeOf(caller: Caller, input: RoomVisitAsked): Promise<Place> {
    const today = this.clock.today();
    const { time } = wallTimeAt(this.clock.instant(), this.clock.zone);
    if (input.sessionId !== undefined) {
      const { schoolId, roomId, id, on, from, classId, status } = await this.sessions.own(caller, input.sessionId, this.database); // prettier-ignore
      if (status !== 'booked' || on > today) throw conflict('room-visit.not-held');
      return { schoolId, roomId, sessionId: id, on, at: input.at ?? from, classId: input.classId ?? classId };
    }
    if (input.roomId === undefined) throw invalid({ pointer: '/roomId', code: 'needed' });
    const { schoolId } = await this.rooms.ownRoom(caller, input.roomId, this.database);
    const on = input.on ?? today;
    if (on > today) throw conflict('room-visit.not-held');
    return {
      schoolId,
      roomId: input.roomId,
      sessionId: null,
      on,
      at: input.at ?? time,
      classId: input.classId ?? null,
    };
  }

  private async visitsOf(
    { reach }: Caller,
    place: Place,
    readerIds: readonly string[],
    input: RoomVisitAsked,
    tx: Tx,
  ): Promise<NewVisit[]> {
    const { schoolId, classId } = place;
    const mayCount = (of: string | null): boolean =>
      reachesSchool(reach, schoolId) || (of !== null && reach.classes.has(of));
    if (readerIds.length === 0) {
      if (!mayCount(classId)) throw denied();
      return [{ id: newId(), readerId: null, kind: null, classId, persons: input.persons ?? 1 }];
    }
    const known = await tx.use(RoomVisitsRepository).readers(schoolId, readerIds);
    if (known.length < readerIds.length) throw new Problem(422, 'reader.unknown');
    if (known.some((reader: KnownVisitor) => !mayCount(reader.classId))) throw denied();
    return known.map((reader) => ({ ...reader, id: newId(), persons: 1 }));
  }
}
