import { RecommendationPublishedV1 } from '@shulian/contracts/activities';
import {
  BookCornerChangedV1,
  LibraryRoomChangedV1,
  LoanTargetsSetV1,
  RoomSessionChangedV1,
  RoomVisitCountedV1,
  RoomVisitTakenBackV1,
  VisitTargetsSetV1,
} from '@shulian/contracts/circulation';
import type { Announcement } from '@shulian/contracts/envelope';
import { classId, idOf, readerId, schoolId, titleId } from './a-county-history.builder.js';

type Fields = { readonly [name: string]: unknown };
const told = (
  definition: { announce(data: never, version: number): Announcement },
  data: Fields,
  version: number,
) => definition.announce(data as never, version);

export const roomId = (n: number): string => idOf('4d', n);

export const roomChanged = (n: number, school: number, version = 1, more: Fields = {}): Announcement =>
  told(
    LibraryRoomChangedV1,
    {
      roomId: roomId(n),
      schoolId: schoolId(school),
      name: `${n}号阅览室`,
      purposes: ['reading'],
      place: '图书馆',
      campus: '东校区',
      department: '阅览部',
      seats: 60,
      retiredOn: null,
      ...more,
    },
    version,
  );

export const sessionChanged = (n: number, school: number, version = 1, more: Fields = {}): Announcement =>
  told(
    RoomSessionChangedV1,
    {
      sessionId: idOf('5e', n),
      schoolId: schoolId(school),
      roomId: roomId(school),
      kind: 'reading-lesson',
      classId: classId(school),
      on: '2026-10-07',
      from: '14:00',
      to: '14:40',
      status: 'booked',
      ...more,
    },
    version,
  );

export type Visited = { readonly inClass?: number | null; readonly reader?: number; readonly kind?: string };
/** `in` a session, or free; a number of persons, or one reader. */
export const visitCounted = (
  n: number,
  school: number,
  { inClass = null, reader, kind = 'student' }: Visited = {},
  more: Fields = {},
): Announcement =>
  told(
    RoomVisitCountedV1,
    {
      visitId: idOf('77', n),
      schoolId: schoolId(school),
      roomId: roomId(school),
      sessionId: null,
      on: '2026-10-07',
      readerId: reader === undefined ? null : readerId(reader),
      readerKind: reader === undefined ? null : kind,
      classId: inClass === null ? null : classId(inClass),
      persons: 1,
      minutes: null,
      ...more,
    },
    1,
  );
export const inSession = (n: number): Fields => ({ sessionId: idOf('5e', n) });
export const visitTakenBack = (n: number, school: number): Announcement =>
  told(RoomVisitTakenBackV1, { visitId: idOf('77', n), schoolId: schoolId(school) }, 2);

export const loanTargets = (
  school: number,
  version: number,
  loans: number,
  grade: number | null = null,
): Announcement =>
  told(LoanTargetsSetV1, { schoolId: schoolId(school), targets: [{ of: 'pupil', grade, loans }] }, version);
export const visitTargets = (school: number, version: number, perWeek: number): Announcement =>
  told(VisitTargetsSetV1, { schoolId: schoolId(school), targets: [{ grade: null, perWeek }] }, version);
export const cornerChanged = (
  n: number,
  school: number,
  inClass: number | null,
  more: Fields = {},
  version = 1,
): Announcement =>
  told(
    BookCornerChangedV1,
    {
      cornerId: idOf('c0', n),
      schoolId: schoolId(school),
      classId: inClass === null ? null : classId(inClass),
      target: 50,
      closed: false,
      ...more,
    },
    version,
  );

export const recommended = (
  n: number,
  school: number,
  titles: readonly number[],
  more: Fields = {},
  version = 1,
): Announcement =>
  told(
    RecommendationPublishedV1,
    {
      schoolId: schoolId(school),
      issueId: idOf('15', n),
      version,
      publishedOn: '2026-10-05',
      titleIds: titles.map(titleId),
      withdrawn: false,
      ...more,
    },
    version,
  );

/** What happens in the rooms of a school in a term; for histories in which something of everything is told. */
export function aTermInRooms(school: number, next: (below: number) => number): Announcement[] {
  const events = [
    roomChanged(school, school),
    roomChanged(school, school, 2, { seats: 80 }),
    loanTargets(school, 1, 5),
    visitTargets(school, 1, 1),
    cornerChanged(school, school, school),
    recommended(school, school, [1, 2]),
    recommended(school, school, [1, 2, 3], {}, 2),
  ];
  for (let n = school * 100; n < school * 100 + 12; n += 1) {
    const on = `2026-10-${String(1 + next(28)).padStart(2, '0')}`;
    events.push(sessionChanged(n, school, 1, { on }));
    if (next(4) === 0) events.push(sessionChanged(n, school, 2, { on, status: 'cancelled' }));
    events.push(
      visitCounted(
        n,
        school,
        next(2) === 0 ? { inClass: school } : { reader: 1 + next(12), kind: 'teacher' },
        {
          on,
          ...(next(2) === 0 ? inSession(n) : {}),
        },
      ),
    );
    if (next(3) === 0) events.push(visitTakenBack(n, school));
  }
  return events;
}
