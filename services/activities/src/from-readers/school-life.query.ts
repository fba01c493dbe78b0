import { Injectable } from '@nestjs/common';
import { gradeOn } from '@shulian/contracts/readers';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import type { Section } from '@shulian/contracts/words';
import { Lists } from '@shulian/service-kit';

export type KnownTerm = { readonly name: string; readonly from: CalendarDay; readonly to: CalendarDay };
export type KnownClass = {
  readonly classId: string;
  readonly name: string;
  readonly section: Section;
  readonly entryYear: number;
};
/** When a school is at work: its terms in their order, and the closed days of the years that are known. */
export type SchoolDays = {
  readonly terms: readonly KnownTerm[];
  readonly years: readonly { readonly year: number; readonly closedOn: readonly CalendarDay[] }[];
};

const TERMS = `select name, starts_on::text as "from", ends_on::text as "to" from known_term
  where school_id = $1 and starts_on <= $3::date and ends_on >= $2::date order by starts_on`;
const YEARS = `select year, closed_on::text[] as "closedOn" from known_calendar
  where school_id = $1 and year between extract(year from $2::date) and extract(year from $3::date)`;
const CLASSES = `select class_id as "classId", name, section, entry_year as "entryYear" from known_class
  where school_id = $1 order by section, entry_year desc, name`;
const HEADS = `select class_id as "classId", count(*)::int as heads from known_reader
  where school_id = $1 and kind = 'student' and active and class_id is not null group by class_id`;
const TEACHERS = `select reader_id as "readerId" from known_reader
  where school_id = $1 and kind = 'teacher' and active order by reader_id`;
const ACTIVE_READERS = `select count(*)::int as n from known_reader where school_id = any($1::uuid[]) and active`;

const SCHOOL_NAME = 'select name from known_school where school_id = $1';

/** What activities knows of the days and people of a school; one question at a time, so that a reader takes one place. */
@Injectable()
export class SchoolLifeQuery {
  constructor(private readonly lists: Lists) {}

  /** @param from first day that is asked about, @param to the last one */
  async days(schoolId: SchoolId, from: CalendarDay, to: CalendarDay): Promise<SchoolDays> {
    const values = [schoolId, from, to];
    const terms = await this.lists.rows<KnownTerm>(TERMS, values);
    const years = await this.lists.rows<SchoolDays['years'][number]>(YEARS, values);
    return { terms, years };
  }

  /** Classes that are there on a day: entered, and not graduated. */
  async classes(schoolId: SchoolId, on: CalendarDay): Promise<KnownClass[]> {
    const all = await this.lists.rows<KnownClass>(CLASSES, [schoolId]);
    return all.filter(({ section, entryYear }) => gradeOn({ section, entryYear }, on) !== null);
  }

  /** How many pupils each class has; a class without any is not there. */
  async heads(schoolId: SchoolId): Promise<ReadonlyMap<string, number>> {
    const rows = await this.lists.rows<{ classId: string; heads: number }>(HEADS, [schoolId]);
    return new Map(rows.map(({ classId, heads }) => [classId, heads]));
  }

  /** The grade on a day of each class that is there. */
  async gradesOf(schoolId: SchoolId, on: CalendarDay): Promise<ReadonlyMap<string, number>> {
    const all = await this.lists.rows<KnownClass>(CLASSES, [schoolId]);
    return new Map(
      all.flatMap(({ classId, section, entryYear }) => {
        const grade = gradeOn({ section, entryYear }, on);
        return grade === null ? [] : [[classId, grade] as const];
      }),
    );
  }

  async teachers(schoolId: SchoolId): Promise<string[]> {
    return (await this.lists.rows<{ readerId: string }>(TEACHERS, [schoolId])).map(
      ({ readerId }) => readerId,
    );
  }

  /** Readers that have not left, of all these schools. */
  async activeReaders(schoolIds: readonly string[]): Promise<number> {
    const [row] = await this.lists.rows<{ n: number }>(ACTIVE_READERS, [schoolIds]);
    return row?.n ?? 0;
  }

  /** Null where it is not known yet. */
  async schoolName(schoolId: string): Promise<string | null> {
    const [row] = await this.lists.rows<{ name: string }>(SCHOOL_NAME, [schoolId]);
    return row?.name ?? null;
  }
}
