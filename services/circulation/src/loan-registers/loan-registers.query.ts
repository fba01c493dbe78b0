import { Injectable } from '@nestjs/common';
import { reachesSchool } from '@shulian/contracts/access';
import type { SchoolId } from '@shulian/contracts/ids';
import { gradeOn, type Section } from '@shulian/lending-rules/desk/grade';
import {
  afterCursor,
  Clock,
  denied,
  idAfter,
  Lists,
  pageOf,
  refuseCursor,
  type Caller,
  type Page,
} from '@shulian/service-kit';
import type {
  EntriesAsked,
  MagazineCount,
  MagazinesAsked,
  Register,
  RegisterClass,
  RegisterClassesAsked,
  RegisterEntry,
  RegisterReader,
  RegisterReadersAsked,
} from './loan-registers.http.js';

/** Collective loans for each pupil of a class in a term (P-06). */
const COLLECTIVE_TARGET = 10;

/** The days that are meant: `$2` and `$3`, else the term of today (`$4`), as far as it has come. */
const DAYS = `coalesce($2::date, (select t.starts_on from known_term t
    where t.school_id = $1 and $4::date between t.starts_on and t.ends_on limit 1), '-infinity')
  and coalesce($3::date, $4::date)`;
const BORROWER = (id: string): string => `json_build_object('kind', 'reader', 'id', ${id})`;

const ENTRIES = `select n.id as "loanId", n.loaned_on::text as "loanedOn", n.reader_id as "readerId",
    ${BORROWER('n.reader_id')} as borrower, n.class_id as "classId", kt.title, k.barcode as "copyBarcode",
    k.call_number as "callNumber", n.due_on::text as "dueOn",
    coalesce(n.closed_how, case when n.due_on < $4::date then 'overdue' else 'open' end) as status,
    n.closed_on::text as "closedOn"
  from loan n left join known_copy k on k.copy_id = n.copy_id left join known_title kt on kt.title_id = k.title_id
  where n.lending_school_id = $1 and n.loaned_on between ${DAYS} and n.reader_kind = any($5::text[])
    and ($6::uuid[] is null or n.class_id = any($6)) and ($7::uuid is null or n.class_id = $7)
    and ($8::uuid is null or n.reader_id = $8) and ($9::text is null or k.kind = $9)
    and ($10::date is null or (n.loaned_on, n.id) > ($10::date, $11::uuid))
  order by n.loaned_on, n.id limit $12`;

/** The readers of a page first, then the loans of each. */
const READERS = `select r.reader_id as "readerId", ${BORROWER('r.reader_id')} as borrower, r.class_id as "classId", n.*
  from (
    select r.reader_id, r.class_id from known_reader r
    where r.school_id = $1 and r.kind = any($5::text[]) and r.standing = 'active'
      and ($6::uuid[] is null or r.class_id = any($6)) and ($7::uuid is null or r.class_id = $7)
      and ($8::uuid is null or r.reader_id > $8)
    order by r.reader_id limit $9) r
  cross join lateral (
    select count(*)::int as loans, (count(*) filter (where n.closed_how = 'returned'))::int as returned,
      (count(*) filter (where n.closed_how is null))::int as open,
      (count(*) filter (where n.closed_how is null and n.due_on < $4::date))::int as overdue,
      (count(*) filter (where n.closed_how = 'lost'))::int as lost
    from loan n where n.reader_id = r.reader_id and n.lending_school_id = $1 and n.loaned_on between ${DAYS}) n
  order by r.reader_id`;

const CLASSES = `select c.class_id as "classId", c.section, c.entry_year as "entryYear",
    (select count(*)::int from known_reader r
      where r.class_id = c.class_id and r.kind = 'student' and r.standing = 'active') as pupils,
    coalesce(n.individual, 0) as individual, coalesce(n.collective, 0) as collective, coalesce(n.corner, 0) as corner,
    coalesce(n.box, 0) as box
  from known_class c
  left join (
    select n.class_id, (count(*) filter (where n.mode = 'individual'))::int as individual,
      (count(*) filter (where n.mode = 'collective'))::int as collective,
      (count(*) filter (where n.mode = 'corner'))::int as corner, (count(*) filter (where n.mode = 'box'))::int as box
    from loan n where n.lending_school_id = $1 and n.loaned_on between ${DAYS} group by n.class_id) n
    on n.class_id = c.class_id
  where c.school_id = $1 order by c.section, c.entry_year desc, c.class_id`;

const MAGAZINES = `select g.readers, (count(distinct (n.borrower_id, n.loaned_on)) filter (where n.id is not null))::int as "personTimes", count(n.id)::int as copies
  from unnest(array['staff', 'pupils', 'classes', 'external']) with ordinality as g(readers, place)
  left join (
    select n.id, coalesce(n.reader_id, n.class_id) as borrower_id, n.loaned_on, case n.reader_kind when 'student' then 'pupils'
        when 'external' then 'external' else case when n.reader_id is null then 'classes' else 'staff' end end as readers
    from loan n join known_copy k on k.copy_id = n.copy_id
    where n.lending_school_id = $1 and n.loaned_on between ${DAYS} and n.mode <> 'in-room' and k.kind = 'periodical') n
    on n.readers = g.readers
  group by g.readers, g.place order by g.place`;

const kindsOf = (register: Register): string[] => (register === 'staff' ? ['teacher', 'staff'] : ['student']);

/** The registers of loans that a school keeps: by line, by reader, by class; magazines by themselves. */
@Injectable()
export class LoanRegistersQuery {
  constructor(
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  /** In the order of the days. @throws Problem 403 for a school out of reach */
  async entries(caller: Caller, input: EntriesAsked): Promise<Page<RegisterEntry>> {
    const { schoolId, classes } = reachedBy(caller, input.schoolId);
    const after = afterCursor(input.cursor, 2);
    const rows = await this.lists.rows<RegisterEntry>(ENTRIES, [
      ...this.days(schoolId, input),
      kindsOf(input.register),
      classes,
      input.classId ?? null,
      input.readerId ?? null,
      input.copyKind ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ loanedOn, loanId }) => [loanedOn, loanId],
    );
  }

  /** Also readers who borrowed nothing. @throws Problem 403 for a school out of reach */
  async readers(caller: Caller, input: RegisterReadersAsked): Promise<Page<RegisterReader>> {
    const { schoolId, classes } = reachedBy(caller, input.schoolId);
    const rows = await this.lists.rows<RegisterReader>(READERS, [
      ...this.days(schoolId, input),
      kindsOf(input.register),
      classes,
      input.classId ?? null,
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

  /** Classes of today; a school has a hundred at most. @throws Problem 403 */
  async classes(caller: Caller, input: RegisterClassesAsked): Promise<Page<RegisterClass>> {
    refuseCursor(input.cursor);
    type Row = Omit<RegisterClass, 'grade' | 'target' | 'reached' | 'borrower'> & {
      section: Section;
      entryYear: number;
    };
    const rows = await this.lists.rows<Row>(CLASSES, this.days(wholeSchool(caller, input.schoolId), input));
    const items = rows.flatMap(({ section, entryYear, ...row }): RegisterClass[] => {
      const grade = gradeOn(section, entryYear, this.clock.today());
      const target = row.pupils * COLLECTIVE_TARGET;
      const borrower = { kind: 'class' as const, id: row.classId };
      return grade === null ? [] : [{ ...row, borrower, grade, target, reached: row.collective >= target }];
    });
    return { items, nextCursor: null };
  }

  /** @throws Problem 403 */
  async magazines(caller: Caller, input: MagazinesAsked): Promise<Page<MagazineCount>> {
    refuseCursor(input.cursor);
    const schoolId = wholeSchool(caller, input.schoolId);
    const items = await this.lists.rows<MagazineCount>(MAGAZINES, this.days(schoolId, input));
    return { items, nextCursor: null };
  }

  private days(schoolId: SchoolId, { from, to }: { from?: string; to?: string }): unknown[] {
    return [schoolId, from ?? null, to ?? null, this.clock.today()];
  }
}

/** Who works for some classes of the school sees these. */
function reachedBy(
  caller: Caller,
  asked: string | undefined,
): { schoolId: SchoolId; classes: string[] | null } {
  const schoolId = caller.schoolFor(asked);
  const { reach } = caller;
  return { schoolId, classes: reachesSchool(reach, schoolId) ? null : [...reach.classes.keys()] };
}

function wholeSchool(caller: Caller, asked: string | undefined): SchoolId {
  const { schoolId, classes } = reachedBy(caller, asked);
  if (classes !== null) throw denied();
  return schoolId;
}
