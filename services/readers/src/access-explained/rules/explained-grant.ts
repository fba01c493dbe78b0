export const GRANT_REASONS = [
  'reaches',
  'role-may-not',
  'not-begun',
  'ended',
  'out-of-office',
  'not-of-the-post',
  'never-lent',
  'elsewhere',
] as const;
/** Why a grant gives the operation here, or does not. */
export type GrantReason = (typeof GRANT_REASONS)[number];

/** Where the thing is that is asked about; nothing known of it is elsewhere, as is what is not there. */
export type PlaceAsked = {
  readonly isAsked: boolean;
  readonly schoolId: string | null;
  readonly classId: string | null;
  readonly readerId: string | null;
};

export type GrantAsked = {
  readonly schoolId?: string | undefined;
  readonly classId?: string | undefined;
  readonly readerId?: string | undefined;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly isDelegated: boolean;
  /** How far the role reaches in the operation; undefined: not at all. */
  readonly reach: 'county' | 'school' | 'class' | 'self' | undefined;
  /** Whether its post names the operation, or it may be lent. */
  readonly isCovered: boolean;
  readonly isInOffice: boolean;
};

/** The first thing that stands against it, in the order in which somebody would mend it. */
export function reasonOf(grant: GrantAsked, place: PlaceAsked, now: Date): GrantReason {
  if (grant.reach === undefined) return 'role-may-not';
  if (grant.endsAt !== null && grant.endsAt <= now) return 'ended';
  if (grant.startsAt !== null && grant.startsAt > now) return 'not-begun';
  if (!grant.isInOffice) return 'out-of-office';
  if (!grant.isCovered) return grant.isDelegated ? 'never-lent' : 'not-of-the-post';
  return reaches(grant, place) ? 'reaches' : 'elsewhere';
}

function reaches({ reach, schoolId, classId, readerId }: GrantAsked, place: PlaceAsked): boolean {
  if (reach === 'county') return true;
  const own = reach === 'school' ? schoolId : reach === 'class' ? classId : readerId;
  if (own === undefined) return false;
  if (!place.isAsked) return true;
  if (reach === 'school') return place.schoolId === own;
  // Who works for one class takes part in its school, as lists of the school show them.
  if (reach === 'class')
    return place.classId === null && place.readerId === null
      ? place.schoolId === schoolId
      : place.classId === own;
  return place.readerId === own;
}
