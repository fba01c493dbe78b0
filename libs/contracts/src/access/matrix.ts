import { activitiesAccess } from '../activities/index.js';
import { catalogAccess } from '../catalog/index.js';
import { circulationAccess } from '../circulation/index.js';
import { gatewayAccess } from '../gateway/index.js';
import { readersAccess } from '../readers/index.js';
import { reportingAccess } from '../reporting/index.js';
import { jobsAccess } from './jobs.access.js';
import type { Allowed, OperationRow, Operations } from './operation.js';
import { serviceOperationsAccess } from './service-operations.access.js';

/**
 * Who may do what: every operation of the public API, by its operation id, as the features bring them. The guard of
 * every service reads this table, `docs/access.md` is generated from it, and a test walks it with every role, at the own
 * and a foreign school. A role that is not named may not. `county-admin` runs the county and sees no child: no reader or
 * loan reads.
 */
export const accessMatrix = {
  ...readersAccess,
  ...catalogAccess,
  ...circulationAccess,
  ...activitiesAccess,
  ...reportingAccess,
  ...gatewayAccess,
  ...jobsAccess,
  ...serviceOperationsAccess,
} as const satisfies Operations;

export type Operation = keyof typeof accessMatrix;

/** The row of an operation, without the narrow literal types. */
export const rowOf = (operation: Operation): OperationRow => accessMatrix[operation];

/** Who may, of those whom the service lets in; it matters where several services answer one door. */
export function accessOf(operation: Operation, service?: string): { readonly public: true } | Allowed {
  const row = rowOf(operation);
  if ('public' in row) return { public: true };
  if ('roles' in row) return { roles: row.roles, ...(row.scope === undefined ? {} : { scope: row.scope }) };
  const own = row.of[service ?? ''];
  if (own === undefined) throw new Error(`${String(service)} does not answer ${operation}`);
  return own;
}
