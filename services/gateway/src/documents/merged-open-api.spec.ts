import { describe, expect, it } from '@jest/globals';
import type { ApiDocument } from '../api-documents/api-document.js';
import { mergedOpenApi } from './merged-open-api.js';

const documentOf = (paths: ApiDocument['paths'], schemas: Record<string, unknown>): ApiDocument => ({
  openapi: '3.1.0',
  tags: Object.keys(paths).map((path) => ({ name: path.split('/')[3] ?? '' })),
  paths,
  components: { schemas, responses: {}, securitySchemes: { bearer: { type: 'http' } } },
});
const refTo = (name: string) => ({ schema: { $ref: `#/components/schemas/${name}` } });

describe('one document of all services', () => {
  const merged = mergedOpenApi(
    new Map([
      [
        'catalog',
        documentOf(
          {
            '/api/v1/titles': { get: refTo('Page') },
            '/api/v1/jobs/{id}': { get: { operationId: 'catalog-jobs.read' } },
          },
          { Page: { title: 'of titles' }, Same: { type: 'string' } },
        ),
      ],
      [
        'readers',
        documentOf(
          {
            '/api/v1/readers': { get: refTo('Page'), post: refTo('Same') },
            '/api/v1/jobs/{id}': { get: { operationId: 'roster-jobs.read' } },
          },
          {
            Page: { title: 'of readers', items: [{ $ref: '#/components/schemas/Page' }] },
            Same: { type: 'string' },
          },
        ),
      ],
    ]),
  );

  it('keeps the paths of all, in order', () => {
    expect(Object.keys(merged.paths)).toEqual(['/api/v1/jobs/{id}', '/api/v1/readers', '/api/v1/titles']);
    expect(merged.paths['/api/v1/jobs/{id}']).toEqual({ get: { operationId: 'catalog-jobs.read' } });
  });

  it('has the groups of all, each once, in order', () => {
    expect(merged['tags']).toEqual([{ name: 'jobs' }, { name: 'readers' }, { name: 'titles' }]);
  });

  it('keeps two things of one name apart, and one thing of one name together', () => {
    expect(merged.components?.schemas).toEqual({
      Page: { title: 'of titles' },
      Same: { type: 'string' },
      ReadersPage: { title: 'of readers', items: [{ $ref: '#/components/schemas/ReadersPage' }] },
    });
    expect(merged.paths['/api/v1/readers']).toEqual({ get: refTo('ReadersPage'), post: refTo('Same') });
    expect(merged.paths['/api/v1/titles']).toEqual({ get: refTo('Page') });
  });

  it('keeps apart what looks alike and holds two things of one name', () => {
    const page = { items: [refTo('View')] };
    const both = mergedOpenApi(
      new Map([
        [
          'catalog',
          documentOf(
            { '/api/v1/plans': { get: refTo('PlansPage') } },
            { PlansPage: page, View: { title: 'of plans' } },
          ),
        ],
        [
          'readers',
          documentOf(
            { '/api/v1/reading-plans': { get: refTo('PlansPage') } },
            { PlansPage: page, View: { title: 'of reading' } },
          ),
        ],
      ]),
    );
    expect(both.components?.schemas).toEqual({
      PlansPage: page,
      View: { title: 'of plans' },
      ReadersPlansPage: { items: [refTo('ReadersView')] },
      ReadersView: { title: 'of reading' },
    });
    expect(both.paths['/api/v1/reading-plans']).toEqual({ get: refTo('ReadersPlansPage') });
  });
});
