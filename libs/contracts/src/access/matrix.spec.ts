import { describe, expect, it } from '@jest/globals';
import { activitiesAccess } from '../activities/index.js';
import { catalogAccess } from '../catalog/index.js';
import { circulationAccess } from '../circulation/index.js';
import { gatewayAccess } from '../gateway/index.js';
import { readersAccess } from '../readers/index.js';
import { reportingAccess } from '../reporting/index.js';
import { jobsAccess } from './jobs.access.js';
import { accessMatrix, accessOf, rowOf, type Operation } from './matrix.js';
import { operationOfService, serviceOperationsAccess } from './service-operations.access.js';

const leaves = [
  activitiesAccess,
  catalogAccess,
  circulationAccess,
  gatewayAccess,
  readersAccess,
  reportingAccess,
  jobsAccess,
  serviceOperationsAccess,
];
const operations = Object.keys(accessMatrix) as Operation[];

describe('the access matrix', () => {
  it('holds each operation once, whoever brings it', () => {
    const brought = leaves.flatMap((leaf) => Object.keys(leaf));
    expect(brought.length).toBe(new Set(brought).size);
    expect(new Set(brought)).toEqual(new Set(operations));
  });

  it('says of every operation what it does, in Chinese and in English', () => {
    for (const operation of operations) {
      const { zh, en } = rowOf(operation).says;
      expect({ operation, zh }).toEqual({ operation, zh: expect.stringMatching(/\p{Script=Han}/u) });
      expect({ operation, en }).toEqual({
        operation,
        en: expect.stringMatching(/^[A-Z][^\p{Script=Han}]+\.$/u),
      });
    }
  });

  it('lets a client follow the jobs of a service with that service’s scope only', () => {
    expect(accessOf('jobs.read', 'catalog')).toMatchObject({ scope: 'catalog.write' });
    expect(accessOf('jobs.read', 'readers')).toMatchObject({ scope: 'readers.write' });
    expect(() => accessOf('jobs.read', 'circulation')).toThrow('circulation does not answer jobs.read');
    expect(() => accessOf('jobs.read')).toThrow('does not answer jobs.read');
  });

  it('keeps the operations of one service for those who run the county', () => {
    const operation = operationOfService('catalog', 'parked-events.list');
    expect(operation).toBe('catalog.parked-events.list');
    expect(accessOf(operation)).toEqual({ roles: { 'county-admin': 'county' } });
  });
});
