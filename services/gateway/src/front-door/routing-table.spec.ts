import { describe, expect, it } from '@jest/globals';
import { allCheckedIn } from './checked-in.js';
import { publicDoors } from './public-doors.js';
import {
  isBelowSegment,
  isLongAnswer,
  publicRoutesOf,
  segmentsOf,
  serviceOfJob,
  uploadsOf,
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

  it('knows which routes take files: those whose services say so, and no other method or path of theirs', () => {
    const multipart = { requestBody: { content: { 'multipart/form-data': {} } } };
    const json = { requestBody: { content: { 'application/json': {} } } };
    const paths = {
      '/api/v1/lists': { post: multipart, get: {} },
      '/api/v1/titles/{id}/cover': { put: multipart, delete: {}, patch: json },
    };
    expect(uploadsOf(new Map([['catalog', { paths }]]))).toEqual([
      { method: 'POST', url: '/api/v1/lists', service: 'catalog' },
      { method: 'PUT', url: '/api/v1/titles/:id/cover', service: 'catalog' },
    ]);
    const all = uploadsOf(allCheckedIn()).map(({ method, url }) => `${method} ${url}`);
    expect(all).toEqual(
      expect.arrayContaining(['POST /api/v1/catalog-imports', 'POST /api/v1/clc-table-imports']),
    );
    expect(new Set(all).size).toBe(all.length);
  });

  it('lets strangers in only where a service says that all may come, and to the keys of tokens', () => {
    const paths = {
      '/api/v1/pages/{code}': { get: { 'x-access': { public: true } }, put: { 'x-access': { roles: {} } } },
    };
    expect(publicRoutesOf(new Map([['catalog', { paths }]]))).toEqual([
      { method: 'GET', url: '/api/v1/pages/:code', service: 'catalog' },
    ]);
    expect(publicDoors.map(({ method, url }) => `${method} ${url}`)).toEqual(
      expect.arrayContaining([
        'POST /api/v1/sessions',
        'POST /api/v1/sessions/refresh',
        'POST /oauth/token',
        'GET /.well-known/jwks.json',
        'GET /api/v1/terminal-titles',
      ]),
    );
  });

  it.each([
    ['/api/v1/titles/:id/cover', true],
    ['/api/v1/catalog-imports', false],
    ['/oauth/token', false],
  ])('%s is a route of its own: %s', (url, isOne) => expect(isBelowSegment(url)).toBe(isOne));
});
