import { Injectable } from '@nestjs/common';
import { Clock, Database, statement } from '@shulian/service-kit';

/** Pupils of a section; a class has graduated on 1 September after its last year. */
const BY_SECTION = statement(
  'pupils.bySection',
  `select coalesce(section, 'unknown') as section, count(*)::int as pupils
   from known_reader
   where school_id = $1 and kind = 'student' and left_on is null
     and (section is null or entry_year is null
       or entry_year + case section when 'primary' then 6 else 3 end > $2::int)
   group by 1`,
);
const OF_SCHOOLS = statement(
  'pupils.ofSchools',
  `select s.school_id as "schoolId", (
     select count(*)::int from known_reader r
     where r.school_id = s.school_id and r.kind = 'student' and r.left_on is null
       and (r.section is null or r.entry_year is null
         or r.entry_year + case r.section when 'primary' then 6 else 3 end > $2::int)) as pupils
   from unnest($1::uuid[]) as s(school_id)`,
);

export type PupilsOfSection = { readonly section: string; readonly pupils: number };

/** How many pupils schools have, as the catalogue has heard. */
@Injectable()
export class PupilsQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  bySection(schoolId: string): Promise<PupilsOfSection[]> {
    return this.database.rows<PupilsOfSection>(BY_SECTION, [schoolId, this.schoolYear()]);
  }

  /** Of each school, also of those without any. */
  async ofSchools(schoolIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.rows<{ schoolId: string; pupils: number }>(OF_SCHOOLS, [
      schoolIds,
      this.schoolYear(),
    ]);
    return new Map(rows.map(({ schoolId, pupils }) => [schoolId, pupils]));
  }

  /** The year in which the school year began. */
  private schoolYear(): number {
    const today = this.clock.today();
    return Number(today.slice(0, 4)) - (today.slice(5, 7) < '09' ? 1 : 0);
  }
}
