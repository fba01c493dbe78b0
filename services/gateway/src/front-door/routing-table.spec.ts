import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { allCheckedIn } from './checked-in.js';
import {
  isLongAnswer,
  segmentsOf,
  serviceOfJob,
  services,
  takesUpload,
  uploadDoors,
} from './routing-table.js';

describe('which service a path belongs to', () => {
  const serviceOfSegment = segmentsOf(allCheckedIn());

  it.each([
    ['titles', 'catalog'],
    ['schools', 'readers'],
    ['checkouts', 'circulation'],
    ['reading-notes', 'activities'],
    ['figures', 'reporting'],
    ['nowhere', undefined],
    ['', undefined],
    ['jobs', undefined],
    ['operations', undefined],
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

  it('is sure: two services that answer the same segment stop the gateway', () => {
    const paths = { '/api/v1/titles/{id}': {} };
    expect(() =>
      segmentsOf(
        new Map([
          ['catalog', { paths }],
          ['reporting', { paths }],
        ]),
      ),
    ).toThrow('catalog and reporting both answer /api/v1/titles');
  });

  it('knows which answers are long', () => {
    expect(isLongAnswer('GET', '/api/v1/jobs/:id/events')).toBe(true);
    expect(isLongAnswer('HEAD', '/api/v1/jobs/:id/events')).toBe(true);
    expect(isLongAnswer('GET', '/api/v1/reports/:name')).toBe(true);
    expect(isLongAnswer('GET', '/api/v1/reports/*')).toBe(false);
    expect(isLongAnswer('GET', '/api/v1/jobs/:id')).toBe(false);
    expect(isLongAnswer('POST', '/api/v1/jobs/:id/events')).toBe(false);
    expect(isLongAnswer('GET', undefined)).toBe(false);
    for (const format of ['csv', 'xlsx', 'pdf'])
      expect(isLongAnswer('GET', '/api/v1/copies', format)).toBe(true);
    for (const format of ['json', 'doc', undefined, ['pdf']])
      expect(isLongAnswer('GET', '/api/v1/copies', format)).toBe(false);
    expect(isLongAnswer('POST', '/api/v1/copies', 'pdf')).toBe(false);
  });

  it('knows which routes take files: those whose services say so', () => {
    type Operation = { requestBody?: { content?: Record<string, unknown> } };
    const said = services.flatMap((service) => {
      const file = fileURLToPath(new URL(`../../../${service}/openapi.json`, import.meta.url));
      const { paths } = JSON.parse(readFileSync(file, 'utf8')) as {
        paths: Record<string, Record<string, Operation>>;
      };
      return Object.entries(paths).flatMap(([path, operations]) =>
        Object.entries(operations)
          .filter(([, { requestBody }]) =>
            Object.keys(requestBody?.content ?? {}).some((type) => /^multipart/.test(type)),
          )
          .map(([method]) => `${method.toUpperCase()} ${path}`),
      );
    });
    expect(said.sort()).toEqual(uploadDoors.map((door) => door.replace(/:(\w+)/g, '{$1}')));
    for (const door of uploadDoors) {
      const [method = '', route = ''] = door.split(' ');
      expect(takesUpload(method, route)).toBe(true);
      expect(takesUpload('PATCH', route)).toBe(false);
      expect(takesUpload(method, `${route}/*`)).toBe(false);
    }
    expect(takesUpload('POST', undefined)).toBe(false);
  });
});
