import { Injectable } from '@nestjs/common';
import { gradeOn } from '@shulian/contracts/readers';
import type { CalendarDay, ReaderId, SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import type { Section } from '@shulian/contracts/words';
import { Arrivals, Database } from '@shulian/service-kit';

/** Who may enter: a reader, or a class as a whole, with the grade of a day. */
export type Entrant = {
  readonly readerId: ReaderId | null;
  readonly schoolId: SchoolId;
  readonly classId: SchoolClassId | null;
  readonly kind: string | null;
  readonly grade: number | null;
};
type Found = Omit<Entrant, 'grade'> & { readonly section: Section | null; readonly entryYear: number | null };

const READERS = `select r.reader_id as "readerId", r.school_id as "schoolId", r.class_id as "classId", r.kind, k.section,
    k.entry_year as "entryYear"
  from known_reader r left join known_class k on k.class_id = r.class_id
  where r.reader_id = any($1::uuid[]) and r.active`;
const CLASS = `select null as "readerId", k.school_id as "schoolId", k.class_id as "classId", 'student' as kind, k.section,
    k.entry_year as "entryYear"
  from known_class k where k.class_id = $1`;

/** Readers and classes as this service knows them, waited for while they are not known yet (decision 9). */
@Injectable()
export class EntrantsQuery {
  constructor(
    private readonly database: Database,
    private readonly arrivals: Arrivals,
  ) {}

  /** Those who are known, of all that were asked for; whom the caller may not know of is waited for just as long. */
  async readers(
    ids: readonly string[],
    day: CalendarDay,
    mayKnowOf: (entrant: Entrant) => boolean,
  ): Promise<ReadonlyMap<string, Entrant>> {
    let known = new Map<string, Entrant>();
    await this.arrivals.wait(async () => {
      const found = (await this.database.rows<Found>(READERS, [ids])).map((row) => withGrade(row, day));
      known = new Map(
        found.flatMap((entrant) =>
          entrant.readerId !== null && mayKnowOf(entrant) ? [[entrant.readerId, entrant] as const] : [],
        ),
      );
      return known.size === new Set(ids).size ? known : null;
    });
    return known;
  }

  schoolClass(
    id: string,
    day: CalendarDay,
    mayKnowOf: (entrant: Entrant) => boolean,
  ): Promise<Entrant | null> {
    return this.arrivals.wait(async () => {
      const [row] = await this.database.rows<Found>(CLASS, [id]);
      const entrant = row === undefined ? null : withGrade(row, day);
      return entrant !== null && mayKnowOf(entrant) ? entrant : null;
    });
  }
}

const withGrade = ({ section, entryYear, ...entrant }: Found, day: CalendarDay): Entrant => ({
  ...entrant,
  grade: section === null || entryYear === null ? null : gradeOn({ section, entryYear }, day),
});
