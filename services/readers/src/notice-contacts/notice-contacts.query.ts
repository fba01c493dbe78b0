import { Injectable } from '@nestjs/common';
import { reachesSchool } from '@shulian/contracts/access';
import {
  allOf,
  Database,
  idAfter,
  Lists,
  pageOf,
  sql,
  unknownThing,
  words,
  type Caller,
  type Page,
  type Sql,
} from '@shulian/service-kit';
import { reachesContact } from './contact-in-reach.step.js';
import { CONTACT_VIEW, type ContactRow } from './notice-contact.row.js';
import { toContactView, type ContactsAsked, type NoticeContactView } from './notice-contacts.http.js';

/** Where people get notices, as far as a caller sees to them; whoever shows them also logs the read. */
@Injectable()
export class NoticeContacts {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** @throws Problem 403 for a school out of reach */
  async page(caller: Caller, input: ContactsAsked): Promise<Page<NoticeContactView>> {
    const { whose, classId, readerId, cursor, limit } = input;
    const after = idAfter(cursor);
    const conditions: Sql[] = [
      ...inReach(caller, input.schoolId),
      ...(whose === undefined ? [] : [sql`c.whose = ${whose}`]),
      ...(classId === undefined ? [] : [sql`r.class_id = ${classId}`]),
      ...(readerId === undefined ? [] : [sql`c.reader_id = ${readerId}`]),
      ...(after === null ? [] : [sql`c.id > ${after}`]),
    ];
    const rows = await this.lists.rows<ContactRow>(
      ...sql`${words(CONTACT_VIEW)} where ${allOf(conditions)} order by c.id limit ${limit + 1}`.numbered(),
    );
    return pageOf(
      rows,
      limit,
      (row) => toContactView(row, 'masked'),
      ({ id }) => [id],
    );
  }

  /** @throws Problem 404 out of reach */
  async byId(caller: Caller, id: string): Promise<NoticeContactView> {
    const [row] = await this.database.rows<ContactRow>(`${CONTACT_VIEW} where c.id = $1`, [id]);
    if (row === undefined || !reachesContact(caller, row)) throw unknownThing();
    return toContactView(row, 'whole');
  }
}

/** @throws Problem 403 for a school out of reach */
function inReach(caller: Caller, school: string | undefined): Sql[] {
  const { reach } = caller;
  const own = sql`(c.whose = 'reader' and c.reader_id = any(${[...reach.readers]}::uuid[]))`;
  const isReaderOnly = !reach.county && reach.schools.size === 0 && reach.classes.size === 0;
  if (isReaderOnly) return [own, ...(school === undefined ? [] : [sql`r.school_id = ${school}`])];
  const schoolId = caller.schoolFor(school);
  // Of those of a school by index: a reader's school is where he is now, and moves with him.
  const atSchool = sql`c.id in (
    select o.id from reader w join notice_contact o on o.reader_id = w.id where w.school_id = ${schoolId}
    union all select o.id from notice_contact o where o.school_id = ${schoolId} and o.reader_id is null)`;
  if (reachesSchool(reach, schoolId)) return [atSchool];
  return [
    atSchool,
    sql`(r.class_id = any(${[...reach.classes.keys()]}::uuid[]) or c.account_id = ${caller.id}::uuid or ${own})`,
  ];
}
