/** Roles of people and machines (design: who may do what). A grant is a role with the place where it holds. */
export const roles = [
  'county-admin',
  'county-viewer',
  'school-head',
  'librarian',
  'teacher',
  'class-helper',
  'reader',
  'device',
] as const;
export type Role = (typeof roles)[number];

/** How far a role reaches in an operation. */
export type ReachKind = 'county' | 'school' | 'class' | 'self';

/** OAuth2 scopes of clients (integrators). */
export const scopes = [
  'catalog.read',
  'catalog.write',
  'readers.read',
  'readers.write',
  'circulation.read',
  'circulation.desk',
  'policies.write',
  'activities.read',
  'activities.write',
  'reports.read',
  'events.read',
  'events.read.readers',
] as const;
export type Scope = (typeof scopes)[number];

/** `schoolId` for the people of a school, `classId` for class roles (one grant a class), `readerId` for a reader. */
export type Grant = {
  readonly role: Role;
  readonly schoolId?: string;
  readonly classId?: string;
  readonly readerId?: string;
  /** Only these operations of the role, by id or by the group before its point; left out: all. */
  readonly only?: readonly string[];
  /** Lent by somebody else: it gives no right to give rights. */
  readonly delegated?: true;
};

/**
 * What an access token says, besides the registered claims. `schools` null: all schools of the county; `session`: the sign-in
 * it comes from, none for a client; `name`: the user name of who works there, for the trail of who did what, none for a pupil.
 */
export type TokenClaims = {
  readonly sub: string;
  readonly kind: 'account' | 'client';
  readonly grants: readonly Grant[];
  readonly scopes: readonly Scope[];
  readonly schools: readonly string[] | null;
  readonly session?: string;
  readonly name?: string;
};
