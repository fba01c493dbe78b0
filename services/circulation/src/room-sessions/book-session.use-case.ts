import { Injectable } from '@nestjs/common';
import { reachesSchool } from '@shulian/contracts/access';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { plusDays } from '@shulian/lending-rules/calendar/day';
import { isOpen } from '@shulian/lending-rules/calendar/school-calendar';
import { Database, denied, invalid, newId, OncePerKey, Refused, unknownReference, type Answer, type Caller, type DeskRequest, type Tx } from '@shulian/service-kit'; // prettier-ignore
import { LibraryRoomsQuery } from '../library-rooms/library-rooms.query.js';
import { RoomsForUse } from '../library-rooms/rooms-for-use.step.js';
import { SchoolRulesFacts } from '../policies/school-rules.facts.js';
import { RotationFacts } from '../rotation/rotation.facts.js';
import { isTakingPlace } from '../rotation/rules/occurrences.js';
import { roomSessionChanged } from './room-session.events.js';
import type { RoomSessionAsked } from './room-sessions.http.js';
import { RoomSessionsQuery } from './room-sessions.query.js';
import { RoomSessionsRepository, type NewSession } from './room-sessions.repository.js';
import { clashes, daysOfSeries, zoneOf, type Clash, type Occupied } from './rules/session.js';

const MOST_REASONS = 20;

/** A room is booked for a lesson or an activity (CIR-039, 046, 049); a teacher asks, the library decides. */
@Injectable()
export class BookSession {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly rooms: LibraryRoomsQuery,
    private readonly sessions: RoomSessionsQuery,
    private readonly database: Database,
  ) {}

  /** @throws Problem 400, 403 for a teacher without a class of the own, 404, 422; Refused 409 `room-session.conflict` */
  async execute(caller: Caller, input: RoomSessionAsked, request: DeskRequest | null): Promise<Answer> {
    const { on, from, to, roomId } = input;
    if (from >= to) throw invalid({ pointer: '/to', code: 'before-from' });
    const until = input.repeatUntil ?? null;
    if (until !== null && (until < on || until > plusDays(on, 366))) throw invalid({ pointer: '/repeatUntil', code: 'out-of-range' }); // prettier-ignore
    const { schoolId } = await this.rooms.ownRoom(caller, roomId, this.database);
    const classId = input.classId ?? null;
    const isOfSchool = reachesSchool(caller.reach, schoolId);
    if (!isOfSchool && (classId === null || !caller.reach.classes.has(classId))) throw denied();
    return this.oncePerKey.run(request, 201, async (tx) => {
      const sessions = tx.use(RoomSessionsRepository);
      await sessions.queue(schoolId);
      const room = (await tx.use(RoomsForUse).of(schoolId, [roomId], '/roomId')).get(roomId);
      if (room === undefined) throw unknownReference('/roomId');
      if (classId !== null && !(await sessions.isClassOf(schoolId, classId)))
        throw unknownReference('/classId');
      const others = input.resources.flatMap((each) => each.roomId ?? []);
      const known = await sessions.roomsAmong(schoolId, others);
      if (others.some((id) => !known.has(id))) throw unknownReference('/resources');
      const zone = zoneOf(input.kind, room.purposes);
      if (zone === null) refuse([{ code: 'room-session.room-not-for', on, with: null }]);
      else {
        const { calendar } = await new SchoolRulesFacts(tx.session).of(schoolId);
        const days = daysOfSeries(on, until, (day) => isOpen(calendar, day)).map((day) => ({
          id: newId(),
          on: day,
        }));
        const wanted = days.map((day): Occupied => ({ ...day, from, to, roomId, zone, classId }));
        const busy = await occupied(tx, schoolId, days.map((day) => day.on)); // prettier-ignore
        refuse(wanted.flatMap((each) => clashes(each, busy, room.classesAtOnce)));
        const series: NewSession = {
          schoolId,
          roomId,
          seriesId: newId(),
          kind: input.kind,
          zone,
          subject: input.subject ?? null,
          classId,
          from,
          to,
          theme: input.theme ?? null,
          resources: input.resources,
          titleIds: input.titleIds,
          status: isOfSchool ? 'booked' : 'asked',
          askedBy: caller.id,
        };
        await sessions.add(series, days);
        await tx.outbox.append(...days.map((day) => roomSessionChanged({ ...series, ...day, version: 1 })));
        return { items: await this.sessions.byIds(days.map(({ id }) => id), tx.session) }; // prettier-ignore
      }
      return { items: [] };
    });
  }
}

/** Sessions and slots of classes that take place on the days. */
async function occupied(tx: Tx, schoolId: SchoolId, days: readonly CalendarDay[]): Promise<Occupied[]> {
  const sessions = await tx.use(RoomSessionsRepository).occupied(schoolId, days);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return sessions;
  const slots = await new RotationFacts(tx.session).between(schoolId, first, last);
  return [
    ...sessions,
    ...slots.filter(isTakingPlace).map(({ slot, on, from, to, roomId }) => ({ id: slot.id, on, from, to, roomId, zone: slot.purpose, classId: slot.classId })), // prettier-ignore
  ];
}

function refuse(found: readonly Clash[]): void {
  if (found.length === 0) return;
  throw new Refused(
    'room-session.conflict',
    found.slice(0, MOST_REASONS).map(({ code, on, with: other }) => ({
      code,
      severity: 'deny' as const,
      overridable: false,
      facts: { on, ...(other === null ? {} : { with: other }) },
    })),
  );
}
