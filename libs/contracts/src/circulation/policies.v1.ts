import { Type } from '@sinclair/typebox';
import { defineEvent, type EventOf } from '../envelope/define-event.js';
import { CalendarDay, SchoolId } from '../ids.js';
import { circulationPolicy } from './topics.js';

export const PolicyActivatedV1 = defineEvent({
  type: 'shulian.circulation.policy.activated.v1',
  topic: circulationPolicy,
  data: Type.Object({
    scope: Type.String({ maxLength: 43, description: 'county, or school:<id>' }),
    schoolId: Type.Union([SchoolId, Type.Null()]),
    version: Type.Integer({ minimum: 1 }),
    effectiveOn: CalendarDay,
    rows: Type.Integer({
      minimum: 0,
      description: 'number of rows of the version',
    }),
  }),
  says: 'A new version of the lending policy of the county or of a school was put in force.',
  key: (policy) => policy.scope,
  school: (policy) => policy.schoolId,
});
export type PolicyActivatedV1 = EventOf<typeof PolicyActivatedV1>;
