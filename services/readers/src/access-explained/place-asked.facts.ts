import { statement, type Rows } from '@shulian/service-kit';
import type { PlaceAsked } from './rules/explained-grant.js';

const PLACE = statement(
  'accessExplained.place',
  `select coalesce(r.school_id, c.school_id, s.id) as "schoolId", coalesce(r.class_id, c.id) as "classId",
     r.id as "readerId"
   from (select 1) one
     left join reader r on r.id = $3
     left join school_class c on c.id = $2
     left join school s on s.id = $1
   where ($1::uuid is null or coalesce(r.school_id, c.school_id, s.id) = $1)
     and ($2::uuid is null or coalesce(r.class_id, c.id) = $2)
     and ($3::uuid is null or r.id is not null)`,
);

/** Where that is: the reader's class and school, the school of the class. Ids that are not there, or do not belong together: nowhere. */
export async function placeAsked(
  rows: Rows,
  asked: { readonly schoolId?: string; readonly classId?: string; readonly readerId?: string },
): Promise<PlaceAsked> {
  const ids = [asked.schoolId ?? null, asked.classId ?? null, asked.readerId ?? null];
  if (ids.every((id) => id === null))
    return { isAsked: false, schoolId: null, classId: null, readerId: null };
  const [found] = await rows.rows<Omit<PlaceAsked, 'isAsked'>>(PLACE, ids);
  return { isAsked: true, ...(found ?? { schoolId: null, classId: null, readerId: null }) };
}
