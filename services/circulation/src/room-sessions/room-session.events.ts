import {
  RoomSessionChangedV1,
  RoomVisitCountedV1,
  RoomVisitTakenBackV1,
} from '@shulian/contracts/circulation';
import type { Announcement } from '@shulian/contracts/envelope';
import type { ReaderId, SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import type { KnownSession } from './room-sessions.repository.js';
import type { NewVisit, WhereVisited } from './room-visits.repository.js';

export const roomSessionChanged = (session: KnownSession): Announcement =>
  RoomSessionChangedV1.announce(
    {
      sessionId: session.id,
      schoolId: session.schoolId,
      roomId: session.roomId,
      kind: session.kind,
      classId: session.classId as SchoolClassId | null,
      on: session.on,
      from: session.from,
      to: session.to,
      status: session.status,
    },
    session.version,
  );

export const roomVisitCounted = (where: WhereVisited, visit: NewVisit): Announcement =>
  RoomVisitCountedV1.announce(
    {
      visitId: visit.id,
      schoolId: where.schoolId,
      roomId: where.roomId,
      sessionId: where.sessionId,
      on: where.on,
      readerId: visit.readerId as ReaderId | null,
      readerKind: visit.kind,
      classId: visit.classId as SchoolClassId | null,
      persons: visit.persons,
      minutes: where.minutes,
    },
    1,
  );

/** A visit is counted once and taken back at most once. */
export const roomVisitTakenBack = (visitId: string, schoolId: SchoolId): Announcement =>
  RoomVisitTakenBackV1.announce({ visitId, schoolId }, 2);
