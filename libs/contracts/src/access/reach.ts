import { coversOperation } from './lent-operations.js';
import { accessOf, type Operation } from './matrix.js';
import type { Role, Scope, TokenClaims } from './roles.js';

/** The places and people an operation may touch for one caller: the union of the caller's grants that allow it. */
export type Reach = {
  readonly county: boolean;
  readonly schools: ReadonlySet<string>;
  /** class id → its school */
  readonly classes: ReadonlyMap<string, string>;
  readonly readers: ReadonlySet<string>;
  /** The roles that gave the reach; empty for a client. */
  readonly roles: ReadonlySet<Role>;
};

/** A client holds a scope by itself or by a wider one: with `events.read.readers` it may all that `events.read` gives. */
export const holdsScope = ({ scopes }: Pick<TokenClaims, 'scopes'>, scope: Scope): boolean =>
  scopes.some((own) => own === scope || own.startsWith(`${scope}.`));

/**
 * What the caller may touch with the operation, or null: not allowed at all.
 * @param service that was asked; needed for the doors that several answer
 */
export function reachOf(claims: TokenClaims, operation: Operation, service?: string): Reach | null {
  const access = accessOf(operation, service);
  const schools = new Set<string>();
  const classes = new Map<string, string>();
  const readers = new Set<string>();
  const roles = new Set<Role>();
  let county = false;
  if ('public' in access) return { county: true, schools, classes, readers, roles };

  if (claims.kind === 'client') {
    if (access.scope === undefined || !holdsScope(claims, access.scope)) return null;
    if (claims.schools === null) county = true;
    else for (const schoolId of claims.schools) schools.add(schoolId);
    // What is for everyone in the county is for every client with the scope.
    if (access.roles.reader === 'county') county = true;
    return { county, schools, classes, readers, roles };
  }

  for (const grant of claims.grants) {
    const kind = access.roles[grant.role];
    if (kind === undefined || !coversOperation(grant, operation, service)) continue;
    if (kind === 'county') county = true;
    else if (kind === 'school' && grant.schoolId !== undefined) schools.add(grant.schoolId);
    else if (kind === 'class' && grant.classId !== undefined && grant.schoolId !== undefined)
      classes.set(grant.classId, grant.schoolId);
    else if (kind === 'self' && grant.readerId !== undefined) readers.add(grant.readerId);
    else continue;
    roles.add(grant.role);
  }
  return roles.size === 0 ? null : { county, schools, classes, readers, roles };
}

/** Whether something of the school as a whole may be touched. */
export const reachesSchool = (reach: Reach, schoolId: string): boolean =>
  reach.county || reach.schools.has(schoolId);

/** Whether something of one reader may be touched: by county, school, class, or as the reader. */
export const reachesReader = (
  reach: Reach,
  reader: {
    readonly readerId: string;
    readonly schoolId: string;
    readonly classId: string | null;
  },
): boolean =>
  reachesSchool(reach, reader.schoolId) ||
  (reader.classId !== null && reach.classes.has(reader.classId)) ||
  reach.readers.has(reader.readerId);
