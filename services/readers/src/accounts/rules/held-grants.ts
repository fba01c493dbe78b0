type Placed = {
  readonly role: string;
  readonly schoolId?: string;
  readonly classId?: string;
  readonly readerId?: string;
  readonly clusterId: string | null;
  readonly postId: string | null;
};
type Timed = { readonly startsAt: Date | null; readonly endsAt: Date | null };

const keyOf = ({ role, schoolId, classId, readerId, clusterId, postId }: Placed): string =>
  JSON.stringify([role, schoolId ?? null, classId ?? null, readerId ?? null, clusterId, postId]);
const timeOf = ({ startsAt, endsAt }: Timed): string =>
  JSON.stringify([startsAt?.getTime() ?? null, endsAt?.getTime() ?? null]);

/** Grants as they are wanted: those that are there already stay what they were, with who gave them. */
export function mergedGrants<Grant extends Placed & Timed>(
  before: readonly Grant[],
  wanted: readonly Grant[],
): Grant[] {
  const left = [...before];
  return wanted.map((grant) => {
    const at = left.findIndex((each) => keyOf(each) === keyOf(grant) && timeOf(each) === timeOf(grant));
    return (at === -1 ? undefined : left.splice(at, 1)[0]) ?? grant;
  });
}

/** Whether two grants give the same at the same place, at some instant of both. */
export const givesTheSame = (a: Placed & Timed, b: Placed & Timed): boolean =>
  keyOf(a) === keyOf(b) &&
  (a.startsAt ?? 0) < (b.endsAt ?? Infinity) &&
  (b.startsAt ?? 0) < (a.endsAt ?? Infinity);

const MOST_GRANTS = 50;
/** Letters of the grants in a token of 8 KiB, which is written in base 64. */
const MOST_LETTERS = 5_400;
const LETTERS_OF_CLUSTER = 60 * 39;
/** Room for the operations of a post. */
const LETTERS_OF_POST = 1_200;

/** Whether they fit into a token, also when their clusters and posts grow as far as they may. */
export function fitIntoToken(grants: readonly Placed[]): boolean {
  const letters = grants.reduce(
    (sum, { role, schoolId, classId, readerId, clusterId, postId }) =>
      sum +
      JSON.stringify({ role, schoolId, classId, readerId }).length +
      1 +
      (clusterId === null ? 0 : LETTERS_OF_CLUSTER) +
      (postId === null ? 0 : LETTERS_OF_POST),
    0,
  );
  return grants.length <= MOST_GRANTS && letters <= MOST_LETTERS;
}

/** What a school itself gives, and takes back. */
export const SCHOOL_GIVES: readonly string[] = ['teacher', 'class-helper', 'reader'];

export const isForSchoolsToGive = ({
  role,
  clusterId,
  postId,
}: {
  readonly role: string;
  readonly clusterId?: string | null | undefined;
  readonly postId?: string | null | undefined;
}): boolean => SCHOOL_GIVES.includes(role) && (clusterId ?? null) === null && (postId ?? null) === null;
