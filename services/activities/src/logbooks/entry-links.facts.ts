import type { SchoolId } from '@shulian/contracts/ids';
import { denied, unknownReference, type Rows } from '@shulian/service-kit';
import type { CallerPlace } from './caller-places.query.js';
import type { Link } from './rules/entry-values.js';
import { runsLibrary } from './rules/rights.js';

type Found = {
  readonly kind: Link['kind'];
  readonly id: string;
  /** Of a reader. */
  readonly classId: string | null;
  readonly readerKind: string | null;
  /** Of an entry. */
  readonly code: string | null;
};

const FOUND = `select 'reader' as kind, reader_id as id, class_id as "classId", kind as "readerKind", null as code
    from known_reader where school_id = $1 and reader_id = any($2::uuid[])
  union all
  select 'class', class_id, null, null, null from known_class where school_id = $1 and class_id = any($2::uuid[])
  union all
  select 'title', title_id, null, null, null from known_title where title_id = any($2::uuid[])
  union all
  select 'entry', id, null, null, code from logbook_entry
    where school_id = $1 and id = any($2::uuid[]) and not superseded and not strikes`;

/**
 * Holds what an entry points to against what is there, and against whom the writer may name: a teacher and a helper
 * pupils of the own classes, a teacher colleagues, a reader nobody but himself.
 * @throws Problem 422 for what is not there, or is another school's; 403 for who is out of the writer's reach
 */
export async function refuseUnknownLinks(
  rows: Rows,
  schoolId: SchoolId,
  links: readonly Link[],
  place: CallerPlace,
): Promise<void> {
  if (links.length === 0) return;
  const found = await rows.rows<Found>(FOUND, [schoolId, [...new Set(links.map(({ id }) => id))]]);
  for (const { kind, id, pointer, of } of links) {
    const thing = found.find((one) => one.kind === kind && one.id === id && (of === null || one.code === of));
    if (thing === undefined) throw unknownReference(pointer);
    if (!mayName(thing, place)) throw denied();
  }
}

function mayName(
  { kind, id, classId, readerKind }: Found,
  { roles, mayNameOf, reader }: CallerPlace,
): boolean {
  if (runsLibrary(roles) || kind === 'title' || kind === 'entry') return true;
  if (kind === 'class')
    return mayNameOf.includes(id) || reader?.classId === id || roles.includes('county-admin');
  if (reader !== null) return reader.readerId === id;
  const isColleague = roles.includes('teacher') && (readerKind === 'teacher' || readerKind === 'staff');
  return isColleague || (classId !== null && mayNameOf.includes(classId));
}
