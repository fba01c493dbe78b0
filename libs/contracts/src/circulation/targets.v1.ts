import { Type } from '@sinclair/typebox';
import { defineEvent, type EventOf } from '../envelope/define-event.js';
import { SchoolClassId, SchoolId } from '../ids.js';
import { limits } from '../limits.js';
import { circulationTarget, circulationVisitTarget } from './topics.js';

const grade = Type.Union([Type.Integer({ minimum: 1, maximum: 12 }), Type.Null()], {
  description: 'null: of all grades that have none of their own',
});
/** One for each grade and whom it is about. */
const mostTargets = 100;

export const LoanTargetsSetV1 = defineEvent({
  type: 'shulian.circulation.loan-targets.set.v1',
  topic: circulationTarget,
  data: Type.Object({
    schoolId: SchoolId,
    targets: Type.Array(
      Type.Object({
        of: Type.String({ maxLength: limits.code, description: 'pupil, class or teacher' }),
        grade,
        loans: Type.Integer({ minimum: 1, description: 'in a term; of a class for each of its pupils' }),
      }),
      { maxItems: mostTargets },
    ),
  }),
  says: 'A school said how much is to be borrowed in a term: all its targets as they now are.',
  key: (targets) => targets.schoolId,
  school: (targets) => targets.schoolId,
});
export type LoanTargetsSetV1 = EventOf<typeof LoanTargetsSetV1>;

export const VisitTargetsSetV1 = defineEvent({
  type: 'shulian.circulation.pupil-visit-targets.set.v1',
  topic: circulationVisitTarget,
  data: Type.Object({
    schoolId: SchoolId,
    targets: Type.Array(
      Type.Object({ grade, perWeek: Type.Integer({ minimum: 0, description: 'visits of each pupil' }) }),
      { maxItems: mostTargets },
    ),
  }),
  says: 'A school said how often its pupils are to come in a week: all its targets as they now are.',
  key: (targets) => targets.schoolId,
  school: (targets) => targets.schoolId,
});
export type VisitTargetsSetV1 = EventOf<typeof VisitTargetsSetV1>;

export const BookCornerChangedV1 = defineEvent({
  type: 'shulian.circulation.book-corner.changed.v1',
  topic: circulationTarget,
  data: Type.Object({
    cornerId: Type.String({ format: 'uuid', maxLength: 36, title: 'BookCornerId' }),
    schoolId: SchoolId,
    classId: Type.Union([SchoolClassId, Type.Null()], { description: 'null: of a grade, or of all' }),
    target: Type.Integer({ minimum: 0, description: 'volumes to be borrowed for it in a term' }),
    closed: Type.Boolean(),
  }),
  says: 'A book corner was set up, handed over or closed, or is to have more or fewer volumes in a term.',
  key: (corner) => corner.cornerId,
  school: (corner) => corner.schoolId,
});
export type BookCornerChangedV1 = EventOf<typeof BookCornerChangedV1>;
