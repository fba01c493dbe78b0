/** Roles that a head lends: the own one, or that of a librarian where he is one as well. */
export const LENT_ROLES = ['school-head', 'librarian'] as const;
export type LentRole = (typeof LENT_ROLES)[number];

export const MOST_OPERATIONS = 40;
/** Letters of their names together, for a token has no room for more. */
export const MOST_LETTERS = 800;
/** Lent to one account at the same time. */
export const MOST_LENT = 3;
export const MOST_DAYS = 366;

/** Rights that were lent for a time. */
export type Delegation = {
  readonly id: string;
  readonly schoolId: string;
  readonly fromAccountId: string;
  readonly toAccountId: string;
  readonly role: LentRole;
  /** Null: all of the role that can be lent. */
  readonly operations: readonly string[] | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly madeAt: Date;
};

/** What is wrong with the time for which something is lent. */
export function faultOfTime(startsAt: Date, endsAt: Date, now: Date): string | null {
  if (endsAt <= now) return 'in-the-past';
  if (endsAt <= startsAt) return 'before-starts-at';
  return endsAt.getTime() - startsAt.getTime() > MOST_DAYS * 86_400_000 ? 'too-long' : null;
}
