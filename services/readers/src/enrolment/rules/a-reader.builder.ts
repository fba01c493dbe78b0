import type { CalendarDay, ReaderId, SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import type { Reader } from './reader.js';

/** A pupil of a class, with what matters to the test put in. */
export const aReader = (but: Partial<Reader> = {}): Reader => ({
  id: '019a0000-0000-7000-8000-0000000000d1' as ReaderId,
  schoolId: '01940000-0000-7000-8000-000000000001' as SchoolId,
  kind: 'student',
  name: '王墨香',
  classId: '019a0000-0000-7000-8000-0000000000c1' as SchoolClassId,
  presence: { is: 'active' },
  suspension: null,
  enrolledOn: '2026-09-01' as CalendarDay,
  externalId: null,
  temporary: null,
  version: 1,
  announced: 1,
  ...but,
});
