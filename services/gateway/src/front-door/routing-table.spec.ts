import { describe, expect, it } from '@jest/globals';
import { isLongAnswer, serviceOfJob, serviceOfSegment } from './routing-table.js';

describe('which service a path belongs to', () => {
  it.each([
    ['titles', 'catalog'],
    ['schools', 'readers'],
    ['checkouts', 'circulation'],
    ['reading-notes', 'activities'],
    ['figures', 'reporting'],
    ['nowhere', undefined],
    ['', undefined],
    ['constructor', undefined],
  ])('%s → %s', (segment, service) => expect(serviceOfSegment.get(segment)).toBe(service));

  it.each([
    ['catalog-01940000-0000-7000-8000-000000000001', 'catalog'],
    ['readers-01940000-0000-7000-8000-000000000001', 'readers'],
    ['nobody-01940000-0000-7000-8000-000000000001', null],
    ['01940000-0000-7000-8000-000000000001', null],
    ['catalog-', null],
    ['catalog', null],
    ['constructor-01940000-0000-7000-8000-000000000001', null],
  ])('job %s → %s', (id, service) => expect(serviceOfJob(id)).toBe(service));

  it('knows which answers are long', () => {
    expect(isLongAnswer('GET', '/api/v1/jobs/catalog-1/events')).toBe(true);
    expect(isLongAnswer('GET', '/api/v1/reports/holdings-by-class')).toBe(true);
    expect(isLongAnswer('GET', '/api/v1/reports')).toBe(false);
    expect(isLongAnswer('GET', '/api/v1/jobs/catalog-1')).toBe(false);
    expect(isLongAnswer('POST', '/api/v1/checkouts')).toBe(false);
  });
});
