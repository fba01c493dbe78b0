import { Injectable } from '@nestjs/common';
import {
  afterCursor,
  Clock,
  Database,
  idAfter,
  Lists,
  pageOf,
  refuseCursor,
  unknownThing,
  type Caller,
  type ListAsked,
  type Page,
} from '@shulian/service-kit';
import { reachesReader } from '@shulian/contracts/access';
import type { ReaderId, SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import { CardPoliciesQuery } from '../card-policies/card-policies.query.js';
import { isEntitled, KINDS_OF_POLICY } from '../card-policies/rules/entitlement.js';
import { isInReach } from '../classes-in-reach.step.js';
import { nameOn, schoolYearOf, type PlaceOfClass } from '../classes/rules/school-class.js';
import { numberOfCursor, textOfCursor } from '../plain-text.http.js';
import type {
  CardCount,
  CardCountOfSchool,
  CardReturnClass,
  CardReturnClassesAsked,
  CardReturnLine,
  CardReturnsAsked,
  CardView,
} from './cards.http.js';

const OF_READER = `select id, reader_id as "readerId", number, status, issued_on::text as "issuedOn", blocked_on::text as "blockedOn",
    valid_until::text as "validUntil", replaces
  from card where reader_id = $1 and ($2::uuid is null or id < $2) order by id desc limit $3`;
const NEWEST_CARD = `left join lateral (select id, number, status, issued_on, blocked_on from card where card.reader_id = r.id
    order by status = 'active' desc, id desc limit 1) c on true`;
const RETURNS = `select r.id as "readerId", r.name, c.id as "cardId", c.number, c.status,
    c.issued_on::text as "issuedOn", c.blocked_on::text as "blockedOn", r.left_on::text as "leftOn"
  from reader r ${NEWEST_CARD}
  where r.class_id = $1 and r.kind = 'student' and ($2::uuid is null or r.id > $2) order by r.id limit $3`;
const CLASSES = `select k.id as "classId", k.section, k.entry_year as "entryYear", k.class_no as "classNo", n.*
  from school_class k cross join lateral (
    select count(*)::int as pupils, (count(*) filter (where c.status = 'active'))::int as active,
      (count(*) filter (where c.status in ('returned', 'left')))::int as returned,
      (count(*) filter (where c.status = 'lost'))::int as lost, (count(*) filter (where c.id is null))::int as without
    from reader r ${NEWEST_CARD} where r.class_id = k.id and r.kind = 'student') n
  where k.school_id = $1 and case when $3::boolean then grade_in(k.section, k.entry_year, $2) is not null
      else k.entry_year = $2 - case k.section when 'primary' then 5 else 2 end end
    and ($4::int is null or (k.entry_year, k.class_no, k.section) > ($4::int, $5::int, $6::text))
  order by k.entry_year, k.class_no, k.section limit $7`;
const COUNTS = `select r.kind, case when r.kind = 'student' then grade_in(k.section, k.entry_year, $2) end as grade,
    count(*)::int as enrolled, count(c.id)::int as cards, count(c.valid_until)::int as temporary,
    round(count(c.id) * 100.0 / count(*), 1)::float8 as percent
  from reader r left join school_class k on k.id = r.class_id left join card c on c.reader_id = r.id and c.status = 'active'
  where r.school_id = $1 and is_here(r.kind, r.left_on, k.section, k.entry_year, $2)
  group by 1, 2 order by array_position(array['student', 'teacher', 'staff', 'external'], r.kind), 2`;
/** Who reads from outside is nobody of the enrolment. */
const SCHOOLS = `select s.id as "schoolId", s.code, s.name, n.enrolled, n.cards,
    round(n.cards * 100.0 / nullif(n.enrolled, 0), 1)::float8 as percent
  from (select id, code, name from school where $1::text is null or code > $1 order by code limit $3) s
  cross join lateral (
    select count(*)::int as enrolled, count(c.id)::int as cards
    from reader r left join school_class k on k.id = r.class_id left join card c on c.reader_id = r.id and c.status = 'active'
    where r.school_id = s.id and r.kind <> 'external' and is_here(r.kind, r.left_on, k.section, k.entry_year, $2)) n
  order by s.code`;

type Counted = Omit<CardCount, 'entitled'>;

/** Cards of a reader, of a class and of schools. Whoever shows names also logs the read. */
@Injectable()
export class CardsQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly policies: CardPoliciesQuery,
    private readonly clock: Clock,
  ) {}

  /** Every card the reader ever had (RDR-008). @throws Problem 404 for a reader out of reach */
  async ofReader(
    caller: Caller,
    readerId: ReaderId,
    input: ListAsked,
  ): Promise<Page<CardView> & { readonly schoolId: string }> {
    const [reader] = await this.database.rows<{ schoolId: string; classId: string | null }>(
      'select school_id as "schoolId", class_id as "classId" from reader where id = $1',
      [readerId],
    );
    if (reader === undefined || !reachesReader(caller.reach, { ...reader, readerId })) throw unknownThing();
    const values = [readerId, idAfter(input.cursor), input.limit + 1];
    const rows = await this.lists.rows<CardView>(OF_READER, values);
    const page = pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ id }) => [id],
    );
    return { ...page, schoolId: reader.schoolId };
  }

  /** @throws Problem 404 for a class out of reach */
  async classInReach(
    caller: Caller,
    classId: SchoolClassId,
  ): Promise<{ readonly id: SchoolClassId; readonly schoolId: SchoolId; readonly name: string }> {
    const [found] = await this.database.rows<PlaceOfClass & { id: SchoolClassId; schoolId: SchoolId }>(
      'select id, school_id as "schoolId", section, entry_year as "entryYear", class_no as "classNo" from school_class where id = $1',
      [classId],
    );
    if (found === undefined || !isInReach(caller, { ...found, classId: found.id })) throw unknownThing();
    return { ...found, name: nameOn(found, this.clock.today()) };
  }

  async returns(input: CardReturnsAsked): Promise<Page<CardReturnLine>> {
    const rows = await this.lists.rows<CardReturnLine>(RETURNS, [
      input.classId,
      idAfter(input.cursor),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ readerId }) => [readerId],
    );
  }

  async returnClasses(input: CardReturnClassesAsked, schoolId: SchoolId): Promise<Page<CardReturnClass>> {
    const today = this.clock.today();
    const after = afterCursor(input.cursor, 3);
    const rows = await this.lists.rows<PlaceOfClass & Omit<CardReturnClass, 'className'>>(CLASSES, [
      schoolId,
      input.schoolYear ?? schoolYearOf(today),
      input.all ?? false,
      ...(after?.slice(0, 2).map(numberOfCursor) ?? [null, null]),
      ...(after?.slice(2).map(textOfCursor) ?? [null]),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      ({ section, entryYear, classNo, ...counted }) => ({
        ...counted,
        className: nameOn({ section, entryYear, classNo }, today),
      }),
      ({ section, entryYear, classNo }) => [entryYear, classNo, section],
    );
  }

  /** All of a school on one page. */
  async counts(input: ListAsked, schoolId: SchoolId): Promise<Page<CardCount>> {
    refuseCursor(input.cursor);
    const rows = await this.lists.rows<Counted>(COUNTS, [schoolId, schoolYearOf(this.clock.today())]);
    const { grades, kinds } = await this.policies.of(schoolId);
    const policy = { grades, kinds: KINDS_OF_POLICY.filter((kind) => kinds.includes(kind)) };
    return { items: rows.map((row) => ({ ...row, entitled: isEntitled(policy, row) })), nextCursor: null };
  }

  async countsOfSchools(input: ListAsked): Promise<Page<CardCountOfSchool>> {
    const rows = await this.lists.rows<CardCountOfSchool>(SCHOOLS, [
      afterCursor(input.cursor, 1)?.map(textOfCursor)[0] ?? null,
      schoolYearOf(this.clock.today()),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ code }) => [code],
    );
  }
}
