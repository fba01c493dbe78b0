import { describe, expect, it } from '@jest/globals';
import {
  canGo,
  seesRequest,
  SERVICE_STATUSES,
  type ServiceKind,
  type ServiceStep,
} from './service-request.js';

describe('requests of service', () => {
  it('go their way: answered once, but for a topic that is followed', () => {
    const may = (step: ServiceStep, kind: ServiceKind = 'photocopy') =>
      SERVICE_STATUSES.filter((status) => canGo(step, { status, kind }));
    expect(may('answer')).toEqual(['open']);
    expect(may('answer', 'topic-service')).toEqual(['open', 'answered']);
    expect(may('close')).toEqual(['answered']);
    expect(may('withdraw')).toEqual(['open']);
    expect(may('reopen')).toEqual(['answered', 'closed', 'declined', 'withdrawn']);
  });

  it('are seen by the library, by whoever asked, by the reader, by the teacher of the class', () => {
    const request = { schoolId: 's' as never, readerId: 'r' as never, askedBy: 'a', classId: 'c' };
    const nobody = { county: false, schools: new Set<string>(), classes: new Map<string, string>(), readers: new Set<string>() }; // prettier-ignore
    const sees = (more: Partial<typeof nobody>, by = 'x') => seesRequest({ ...nobody, ...more }, by, request);
    expect([sees({}), sees({}, 'a'), sees({ schools: new Set(['s']) }), sees({ readers: new Set(['r']) })]).toEqual([false, true, true, true]); // prettier-ignore
    expect([sees({ classes: new Map([['c', 's']]) }), sees({ classes: new Map([['d', 's']]) })]).toEqual([
      true,
      false,
    ]);
    expect(sees({ schools: new Set(['t']), readers: new Set(['q']) })).toBe(false);
  });
});
