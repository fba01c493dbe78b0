import { accessOf, type Operation } from './matrix.js';
import type { Role, TokenClaims } from './roles.js';

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

/** What the caller may touch with the operation, or null: not allowed at all. */
export function reachOf(claims: TokenClaims, operation: Operation): Reach | null {
  const access = accessOf(operation);
  const schools = new Set<string>();
  const classes = new Map<string, string>();
  const readers = new Set<string>();
  const roles = new Set<Role>();
  let county = false;
  if ('public' in access) return { county: true, schools, classes, readers, roles };

  if (claims.kind === 'client') {
    if (access.scope === undefined || !claims.scopes.includes(access.scope)) return null;
    if (claims.schools === null) county = true;
    else for (const schoolId of claims.schools) schools.add(schoolId);
    // What is for everyone in the county is for every client with the scope.
    if (access.roles.reader === 'county') county = true;
    return { county, schools, classes, readers, roles };
  }

  for (const grant of claims.grants) {
    const kind = access.roles[grant.role];
    if (kind === undefined) continue;
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
