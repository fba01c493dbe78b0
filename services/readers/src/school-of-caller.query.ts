import { denied, Problem, type Caller, type Rows } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';

/** The schools at whose life a caller takes part: by work, by a class, or as their reader. */
export async function schoolsOfCaller(rows: Rows, { reach }: Caller): Promise<ReadonlySet<string> | 'all'> {
  if (reach.county) return 'all';
  const own = new Set([...reach.schools, ...reach.classes.values()]);
  if (reach.readers.size > 0) {
    const found = await rows.rows<{ schoolId: string }>(
      'select school_id as "schoolId" from reader where id = any($1::uuid[]) and left_on is null',
      [[...reach.readers]],
    );
    for (const { schoolId } of found) own.add(schoolId);
  }
  return own;
}

/** The school meant, for readers too. @throws Problem 403 out of reach, 400 where it is not clear which is meant */
export async function schoolOfCaller(
  rows: Rows,
  caller: Caller,
  asked: string | undefined,
): Promise<SchoolId> {
  const schools = await schoolsOfCaller(rows, caller);
  if (asked !== undefined) {
    if (schools !== 'all' && !schools.has(asked)) throw denied();
    return asked as SchoolId;
  }
  const [only, ...others] = schools === 'all' ? [] : schools;
  if (only === undefined || others.length > 0) throw new Problem(400, 'request.school-needed');
  return only as SchoolId;
}
