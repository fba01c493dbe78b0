import { statement, type Rows, type Tx } from '@shulian/service-kit';
import type { CalendarDay } from '@shulian/contracts/ids';
import type {
  ClassOpenedV1,
  SchoolOpenedV1,
  TermOpenedV1,
  AnnouncedReader,
} from '@shulian/contracts/readers';
import type { Change } from '../sums/rules/change.js';
import { oneEachTime } from '../sums/rules/one-each-time.js';
import { SumsRepository } from '../sums/sums.repository.js';

const TERM = statement(
  'known-term.know',
  `insert into known_term values ($1, $2, $3, $4, $5, $6)
   on conflict (term_id) do update set name = excluded.name, starts_on = excluded.starts_on,
     ends_on = excluded.ends_on, version = excluded.version where known_term.version < excluded.version`,
);
/** In these three, what was so before stays known, up to the day of the change. */
const SCHOOLS = statement(
  'known-school.know',
  `with written as (
     insert into known_school as k (school_id, code, name, kind, since, version)
     select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::date[], $6::int[]) t order by 1
     on conflict (school_id) do update set code = excluded.code, name = excluded.name, kind = excluded.kind,
       version = excluded.version,
       since = case when (k.code, k.name, k.kind) = (excluded.code, excluded.name, excluded.kind) then k.since
                    else greatest(k.since, excluded.since) end
     where k.version < excluded.version
     returning old.school_id, old.since, new.since as until, old.code, old.name, old.kind)
   insert into former_school (school_id, since, until, code, name, kind) select * from written where since < until`,
);
const CLASSES = statement(
  'known-class.know',
  `with written as (
     insert into known_class as k (class_id, school_id, section, entry_year, class_no, since, version)
     select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::int[], $5::int[], $6::date[], $7::int[]) t order by 1
     on conflict (class_id) do update set section = excluded.section, entry_year = excluded.entry_year,
       class_no = excluded.class_no, version = excluded.version,
       since = case when (k.section, k.entry_year, k.class_no)
                         = (excluded.section, excluded.entry_year, excluded.class_no) then k.since
                    else greatest(k.since, excluded.since) end
     where k.version < excluded.version
     returning old.class_id, old.since, new.since as until, old.section, old.entry_year, old.class_no)
   insert into former_class (class_id, since, until, section, entry_year, class_no)
   select * from written where since < until`,
);
const READERS = statement(
  'known-reader.know',
  `with written as (
     insert into known_reader as k (reader_id, school_id, kind, class_id, active, since, version)
     select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::boolean[], $6::date[], $7::int[]) t order by 1
     on conflict (reader_id) do update set school_id = excluded.school_id, kind = excluded.kind,
       class_id = excluded.class_id, active = excluded.active, version = excluded.version,
       since = case when (k.school_id, k.kind, k.class_id, k.active)
                         is distinct from (excluded.school_id, excluded.kind, excluded.class_id, excluded.active)
                    then greatest(k.since, excluded.since) else k.since end
     where k.version < excluded.version
     returning old.reader_id, old.since, new.since as until, old.school_id, old.kind, old.class_id, old.active)
   insert into former_reader (reader_id, since, until, school_id, kind, class_id)
   select reader_id, since, until, school_id, kind, class_id from written where active and since < until`,
);

/** A class ends for its pupils when it graduates, and its event may come after theirs: so whoever writes does so alone. */
const ALONE = statement('known-reader.alone', `select pg_advisory_xact_lock(hashtext('reporting.readers'))`);
const TOUCHED = statement(
  'known-reader.touched',
  `select unnest($1::uuid[]) as reader_id
   union select reader_id from known_reader where class_id = any($2)
   union select reader_id from former_reader where class_id = any($2)`,
);
const CHANGES = statement(
  'reader-change.of-readers',
  `select school_id, reader_kind, day::text, sum(readers)::int as readers
   from reader_change where reader_id = any($1) group by 1, 2, 3`,
);

type Announced<Event extends { data: unknown; aggregateversion: number }> = Pick<
  Event,
  'data' | 'aggregateversion'
>;
type Dated<Data> = { readonly data: Data; readonly version: number; readonly day: CalendarDay };

/** Schools, terms, classes and readers, now and before, and nothing that says who a reader is. Written before the commit, with the sums. */
export class KnownPeopleRepository {
  private readonly schools: Dated<SchoolOpenedV1['data']>[] = [];
  private readonly classes: Dated<ClassOpenedV1['data']>[] = [];
  private readonly readers: Dated<AnnouncedReader>[] = [];

  private readonly sums: SumsRepository;

  constructor(
    private readonly rows: Rows,
    tx: Tx,
  ) {
    this.sums = tx.use(SumsRepository);
    tx.beforeCommit(() => this.settle());
  }

  async knowTerm({ data, aggregateversion }: Announced<TermOpenedV1>): Promise<void> {
    const { termId, schoolId, name, startsOn, endsOn } = data;
    await this.rows.rows(TERM, [termId, schoolId, name, startsOn, endsOn, aggregateversion]);
  }

  /** @param day on which it was said */
  knowSchool({ data, aggregateversion: version }: Announced<SchoolOpenedV1>, day: CalendarDay): void {
    this.schools.push({ data, version, day });
  }

  knowClass({ data, aggregateversion: version }: Announced<ClassOpenedV1>, day: CalendarDay): void {
    this.classes.push({ data, version, day });
  }

  /** Any event of a reader tells the whole reader. Who left was last active on the day before. */
  knowReader(
    { data, aggregateversion: version }: { data: AnnouncedReader; aggregateversion: number },
    day: CalendarDay,
  ): void {
    this.readers.push({ data, version, day: data.leftOn ?? day });
  }

  private async settle(): Promise<void> {
    for (const round of oneEachTime(this.schools, ({ data }) => data.schoolId))
      await this.writeSchools(round);
    if (this.classes.length === 0 && this.readers.length === 0) return;
    await this.rows.rows(ALONE);
    const touched = await this.rows.rows<{ reader_id: string }>(TOUCHED, [
      this.readers.map(({ data }) => data.readerId),
      this.classes.map(({ data }) => data.classId),
    ]);
    const readers = touched.map(({ reader_id }) => reader_id);
    this.sums.add('readers', await this.rows.rows<Change>(CHANGES, [readers]), -1);
    for (const round of oneEachTime(this.classes, ({ data }) => data.classId)) await this.writeClasses(round);
    for (const round of oneEachTime(this.readers, ({ data }) => data.readerId))
      await this.writeReaders(round);
    this.sums.add('readers', await this.rows.rows<Change>(CHANGES, [readers]));
  }

  private async writeSchools(schools: readonly Dated<SchoolOpenedV1['data']>[]): Promise<void> {
    await this.rows.rows(SCHOOLS, [
      schools.map(({ data }) => data.schoolId),
      schools.map(({ data }) => data.code),
      schools.map(({ data }) => data.name),
      schools.map(({ data }) => data.kind),
      schools.map(({ day }) => day),
      schools.map(({ version }) => version),
    ]);
  }

  private async writeClasses(classes: readonly Dated<ClassOpenedV1['data']>[]): Promise<void> {
    await this.rows.rows(CLASSES, [
      classes.map(({ data }) => data.classId),
      classes.map(({ data }) => data.schoolId),
      classes.map(({ data }) => data.section),
      classes.map(({ data }) => data.entryYear),
      classes.map(({ data }) => data.classNo),
      classes.map(({ day }) => day),
      classes.map(({ version }) => version),
    ]);
  }

  private async writeReaders(readers: readonly Dated<AnnouncedReader>[]): Promise<void> {
    await this.rows.rows(READERS, [
      readers.map(({ data }) => data.readerId),
      readers.map(({ data }) => data.schoolId),
      readers.map(({ data }) => data.kind),
      readers.map(({ data }) => data.classId),
      readers.map(({ data }) => data.leftOn === null),
      readers.map(({ day }) => day),
      readers.map(({ version }) => version),
    ]);
  }
}
