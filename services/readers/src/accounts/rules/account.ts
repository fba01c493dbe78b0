/** Name of an account as it is compared: NFKC, lower case. Null when it is none: 2 to 60 visible characters. */
export function usernameKey(username: string): string | null {
  const key = username.normalize('NFKC').trim().toLowerCase();
  return key.length >= 2 && key.length <= 60 && !/[\p{C}\s]/u.test(key) ? key : null;
}

export const passwordLength = { min: 8, max: 200 } as const;

/** Where the grants of a role hold. */
const placeOfRole: Readonly<Record<string, 'county' | 'school' | 'class' | 'pupil-of-class' | 'reader'>> = {
  'county-admin': 'county',
  'county-viewer': 'county',
  'school-head': 'school',
  librarian: 'school',
  teacher: 'class',
  'class-helper': 'pupil-of-class',
  reader: 'reader',
  device: 'school',
};

/** Roles that may hold at a cluster of schools. */
const ofClusters: readonly string[] = ['school-head', 'librarian', 'teacher'];
/** Roles of which a post may name some operations. */
const ofPosts: readonly string[] = ['school-head', 'librarian', 'teacher'];

export type GrantAsked = {
  readonly role: string;
  readonly schoolId?: string;
  readonly classId?: string;
  readonly readerId?: string;
  readonly clusterId?: string;
  readonly postId?: string;
  readonly startsAt?: string;
  readonly endsAt?: string;
};

type Fault = { readonly field: string; readonly code: string };

/** What is wrong with a grant, as the fields that are missing or too many; none: it is sound. */
export function faultsOfGrant(grant: GrantAsked): Fault[] {
  const place = placeOfRole[grant.role] ?? 'county';
  const isAtCluster = grant.clusterId !== undefined && ofClusters.includes(grant.role);
  const wanted: Readonly<Record<typeof place, readonly string[]>> = {
    county: [],
    school: ['schoolId'],
    // A teacher without a class sees the figures of the school; class and school may come together.
    class: grant.classId === undefined ? ['schoolId'] : [],
    'pupil-of-class':
      grant.readerId !== undefined ? ['classId'] : grant.classId === undefined ? ['schoolId'] : [],
    reader: ['readerId'],
  };
  const allowed: Readonly<Record<typeof place, readonly string[]>> = {
    county: [],
    school: ['schoolId'],
    class: ['schoolId', 'classId'],
    // Of the class as a whole, or of one pupil who helps it.
    'pupil-of-class': ['schoolId', 'classId', 'readerId'],
    reader: ['schoolId', 'readerId'],
  };
  const mayBe = [
    ...(isAtCluster ? ['clusterId'] : allowed[place]),
    ...(ofPosts.includes(grant.role) ? ['postId'] : []),
  ];
  const given = (['schoolId', 'classId', 'readerId', 'clusterId', 'postId'] as const).filter(
    (field) => grant[field] !== undefined,
  );
  return [
    ...(isAtCluster ? [] : wanted[place])
      .filter((field) => !given.some((each) => each === field))
      .map((field) => ({ field, code: 'missing' })),
    ...given.filter((field) => !mayBe.includes(field)).map((field) => ({ field, code: 'not-for-role' })),
    ...faultsOfTime(grant),
  ];
}

const faultsOfTime = ({ startsAt, endsAt }: GrantAsked): Fault[] =>
  startsAt !== undefined && endsAt !== undefined && Date.parse(endsAt) <= Date.parse(startsAt)
    ? [{ field: 'endsAt', code: 'before-starts-at' }]
    : [];

/** Whether a grant makes who runs the county, now and for good: one that ends leaves nobody behind. */
export const isCountyAdmin = (
  { role, startsAt, endsAt }: { role: string; startsAt: Date | null; endsAt: Date | null },
  now: Date,
): boolean => role === 'county-admin' && endsAt === null && (startsAt === null || startsAt <= now);
