import type { ReachKind, Role, Scope } from './roles.js';

export type Access =
  | { readonly public: true }
  | {
      readonly roles: Readonly<Partial<Record<Role, ReachKind>>>;
      readonly scope?: Scope;
    };

const county = { 'county-admin': 'county' } as const;
const school = { 'school-head': 'school', librarian: 'school' } as const;
const librarian = { librarian: 'school' } as const;
const everyone = {
  'county-admin': 'county',
  'county-viewer': 'county',
  'school-head': 'county',
  librarian: 'county',
  teacher: 'county',
  'class-helper': 'county',
  reader: 'county',
  device: 'county',
} as const;
const desk = {
  librarian: 'school',
  teacher: 'class',
  'class-helper': 'class',
  device: 'school',
} as const;
/** Who sees what a reader has borrowed and owes. */
const borrowing = {
  ...school,
  teacher: 'class',
  'class-helper': 'class',
  reader: 'self',
} as const;
const figures = {
  'county-admin': 'county',
  'county-viewer': 'county',
  'school-head': 'school',
  librarian: 'school',
  teacher: 'school',
} as const;

/**
 * Who may do what: every operation of the public API, by its operation id. The guard of every service reads this
 * table, `docs/access.md` is generated from it, and a test walks it with every role, at the own and a foreign school.
 * A role that is not named may not. `county-admin` runs the county and sees no child: no reader or loan reads.
 */
export const accessMatrix = {
  'sessions.create': { public: true },
  'sessions.refresh': { public: true },
  'oauth.token': { public: true },
  'accounts.create': { roles: county },
  'accounts.read': { roles: county },
  'accounts.change': { roles: county },
  'api-clients.create': { roles: county },
  'api-clients.read': { roles: county },
  'api-clients.revoke': { roles: county },

  'schools.create': { roles: county },
  'schools.list': { roles: everyone, scope: 'catalog.read' },
  'schools.read': { roles: everyone, scope: 'catalog.read' },
  'schools.change': { roles: county },
  'terms.create': { roles: { ...county, ...librarian } },
  'terms.list': { roles: { ...everyone }, scope: 'catalog.read' },
  'terms.read': { roles: { ...everyone }, scope: 'catalog.read' },
  'terms.change': { roles: { ...county, ...librarian } },
  'calendar.read': { roles: { ...everyone }, scope: 'catalog.read' },
  'calendar.change': { roles: { ...county, ...librarian } },
  'classes.create': {
    roles: { ...county, ...librarian },
    scope: 'readers.write',
  },
  'classes.list': {
    roles: {
      ...county,
      ...school,
      teacher: 'school',
      'class-helper': 'school',
    },
    scope: 'readers.read',
  },
  'classes.read': {
    roles: {
      ...county,
      ...school,
      teacher: 'school',
      'class-helper': 'school',
    },
    scope: 'readers.read',
  },
  'classes.change': {
    roles: { ...county, ...librarian },
    scope: 'readers.write',
  },
  'readers.create': {
    roles: { ...county, ...librarian },
    scope: 'readers.write',
  },
  'readers.list': {
    roles: { ...school, teacher: 'class', 'class-helper': 'class' },
    scope: 'readers.read',
  },
  'readers.search': {
    roles: { ...school, teacher: 'class', 'class-helper': 'class' },
    scope: 'readers.read',
  },
  'readers.read': {
    roles: {
      ...school,
      teacher: 'class',
      'class-helper': 'class',
      reader: 'self',
    },
    scope: 'readers.read',
  },
  'readers.change': { roles: librarian, scope: 'readers.write' },
  'readers.suspend': { roles: school, scope: 'readers.write' },
  'readers.reinstate': { roles: school, scope: 'readers.write' },
  'cards.lose': { roles: librarian, scope: 'readers.write' },
  'roster-imports.create': {
    roles: { ...county, ...librarian },
    scope: 'readers.write',
  },
  'roster-jobs.read': {
    roles: { ...county, ...librarian },
    scope: 'readers.write',
  },

  'titles.create': {
    roles: { ...county, ...librarian },
    scope: 'catalog.write',
  },
  'titles.list': { roles: everyone, scope: 'catalog.read' },
  'titles.read': { roles: everyone, scope: 'catalog.read' },
  'titles.change': {
    roles: { ...county, librarian: 'county' },
    scope: 'catalog.write',
  },
  'copies.create': {
    roles: { ...county, ...librarian },
    scope: 'catalog.write',
  },
  'copies.list': { roles: everyone, scope: 'catalog.read' },
  'copies.read': { roles: everyone, scope: 'catalog.read' },
  'copies.change': {
    roles: { ...county, ...librarian },
    scope: 'catalog.write',
  },
  'catalog-imports.create': {
    roles: { ...county, ...librarian },
    scope: 'catalog.write',
  },
  'catalog-jobs.read': {
    roles: { ...county, ...librarian },
    scope: 'catalog.write',
  },

  'checkouts.create': { roles: desk, scope: 'circulation.desk' },
  'checkouts.dry-run': { roles: desk, scope: 'circulation.desk' },
  'returns.create': { roles: desk, scope: 'circulation.desk' },
  'renewals.create': {
    roles: { ...desk, reader: 'self' },
    scope: 'circulation.desk',
  },
  'loans.list': { roles: borrowing, scope: 'circulation.read' },
  'loans.read': { roles: borrowing, scope: 'circulation.read' },
  // Makes a child owe money: for an adult to say.
  'losses.create': {
    roles: { ...librarian, teacher: 'class' },
    scope: 'circulation.desk',
  },
  'compensations.list': { roles: borrowing, scope: 'circulation.read' },
  'compensations.read': { roles: borrowing, scope: 'circulation.read' },
  'compensations.settle': { roles: librarian, scope: 'circulation.desk' },
  'holds.create': {
    roles: { ...librarian, teacher: 'class', reader: 'self' },
    scope: 'circulation.desk',
  },
  'holds.list': {
    roles: { ...school, teacher: 'class', reader: 'self' },
    scope: 'circulation.read',
  },
  'holds.read': {
    roles: { ...school, teacher: 'class', reader: 'self' },
    scope: 'circulation.read',
  },
  'holds.cancel': {
    roles: { ...librarian, teacher: 'class', reader: 'self' },
    scope: 'circulation.desk',
  },
  'lending-policies.read': {
    roles: {
      ...county,
      'county-viewer': 'county',
      ...school,
      teacher: 'school',
    },
    scope: 'circulation.read',
  },
  'lending-policies.change': {
    roles: { ...county, ...school },
    scope: 'policies.write',
  },

  'reading-notes.create': {
    roles: { ...librarian, teacher: 'class', reader: 'self' },
    scope: 'activities.write',
  },
  'reading-notes.list': {
    roles: { ...school, teacher: 'class', reader: 'self' },
    scope: 'activities.read',
  },
  'reading-notes.read': {
    roles: { ...school, teacher: 'class', reader: 'self' },
    scope: 'activities.read',
  },
  'reading-notes.accept': {
    roles: { ...librarian, teacher: 'class' },
    scope: 'activities.write',
  },

  'figures.read': { roles: figures, scope: 'reports.read' },
  'reports.list': { roles: figures, scope: 'reports.read' },
  'reports.read': { roles: figures, scope: 'reports.read' },
  'events.follow': {
    roles: { 'county-admin': 'county', 'county-viewer': 'county', ...school },
    scope: 'events.read',
  },
  'parked-events.list': { roles: county },
  'parked-events.replay': { roles: county },
  'events.republish': { roles: county },
} as const satisfies Readonly<Record<string, Access>>;

export type Operation = keyof typeof accessMatrix;

/** The row of an operation, without the narrow literal types. */
export const accessOf = (operation: Operation): Access => accessMatrix[operation];

/** Permission to override a refusal at the desk; a refusal that is not named here cannot be overridden. */
export const overridableBy: Readonly<Record<string, readonly Role[]>> = {
  'copy.not-lendable': ['librarian'],
  'copy.held-for-another-reader': ['librarian'],
  'reader.at-limit': ['librarian'],
  'reader.has-overdue': ['librarian', 'teacher'],
  'reader.suspended': ['librarian'],
  'reader.owes-reading-note': ['librarian', 'teacher'],
  'reader.same-title-on-loan': ['librarian', 'teacher', 'class-helper', 'device'],
  'window.closed': ['librarian'],
};
