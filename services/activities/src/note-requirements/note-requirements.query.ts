import { Injectable } from '@nestjs/common';
import { gradeOn } from '@shulian/contracts/readers';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import type { Section } from '@shulian/contracts/words';
import { Clock, Database, idAfter, Lists, pageOf, refuseCursor, statement, type Caller, type Page } from '@shulian/service-kit'; // prettier-ignore
import { CallerPlacesQuery } from '../logbooks/caller-places.query.js';
import { SchoolLifeQuery } from '../from-readers/school-life.query.js';
import type { NoteKind, SortedAs } from '../reading-notes/rules/reading-note.js';
import { REQUIREMENT } from './note-requirement.row.js';
import type { ProgressAsked, ProgressView, RequirementsListAsked, RequirementView } from './note-requirements.http.js'; // prettier-ignore
import { notePeriod } from './rules/note-period.js';
import { noteFaults, suggestedFor, type NoteFault, type NoteRequirement } from './rules/note-requirement.js';

const OF_SCHOOL = `${REQUIREMENT} where school_id = $1 order by grade`;
const OF_GRADE = statement('noteRequirements.ofGrade', `${REQUIREMENT} where school_id = $1 and grade = $2`);
const PLACE = statement(
  'noteRequirements.place',
  'select section, entry_year as "entryYear" from known_class where class_id = $1',
);
const PROGRESS = `select r.reader_id as "readerId", r.class_id as "classId", n.written, n.accepted
  from known_reader r
    join jsonb_to_recordset($1::jsonb) as k("classId" uuid, kinds jsonb, "from" date, "to" date) on r.class_id = k."classId"
    cross join lateral (
      select count(*)::int as written, count(*) filter (where n.state = 'accepted')::int as accepted from reading_note n
      where n.reader_id = r.reader_id and n.handed_in_on between k."from" and k."to" and k.kinds ? n.kind) n
  where r.kind = 'student' and r.active and ($2::uuid[] is null or r.reader_id = any($2)) and ($3::uuid is null or r.reader_id > $3)
  order by r.reader_id limit $4`;
const GRADES = Array.from({ length: 12 }, (_, at) => at + 1);

type Writer = { readonly schoolId: SchoolId; readonly classId: string | null; readonly kind: string | null };

/** What is asked of the notes of each grade, and how far pupils have come with it (ACT-020). */
@Injectable()
export class NoteRequirementsQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly places: CallerPlacesQuery,
    private readonly life: SchoolLifeQuery,
    private readonly clock: Clock,
  ) {}

  /** In what a note is not as the school asks of the grade of its writer; nothing where it has said nothing. */
  async faultsOf(
    { schoolId, classId, kind }: Writer,
    note: {
      readonly kind: NoteKind;
      readonly text: string;
      readonly sortedAs?: SortedAs;
      readonly titleId: string | null;
    },
  ): Promise<NoteFault[]> {
    if (classId === null || kind === 'teacher' || kind === 'staff') return [];
    const [place] = await this.database.rows<{ section: Section; entryYear: number }>(PLACE, [classId]);
    const grade = place === undefined ? null : gradeOn(place, this.clock.today());
    if (grade === null) return [];
    const [asked] = await this.database.rows<NoteRequirement>(OF_GRADE, [schoolId, grade]);
    return asked === undefined ? [] : noteFaults(asked, { ...note, sortedAs: note.sortedAs ?? null });
  }

  /** On one page: of each grade. @throws Problem 403 for another school */
  async list(caller: Caller, { schoolId, cursor }: RequirementsListAsked): Promise<Page<RequirementView>> {
    refuseCursor(cursor);
    const place = await this.places.of(caller, schoolId);
    return { items: await this.asked(place.schoolId), nextCursor: null };
  }

  /** By reader: those of a class, of the school, or oneself. @throws Problem 403 for another school */
  async progress(caller: Caller, input: ProgressAsked): Promise<Page<ProgressView>> {
    const after = idAfter(input.cursor);
    const place = await this.places.of(caller, input.schoolId);
    const day = (input.on ?? this.clock.today()) as CalendarDay;
    const asked = new Map((await this.asked(place.schoolId)).map((one) => [one.grade, one]));
    const { terms } = await this.life.days(place.schoolId, day, day);
    const seesAll = caller.reach.schools.has(place.schoolId);
    const classes = (await this.life.classes(place.schoolId, day)).flatMap(({ classId, ...of }) => {
      const grade = gradeOn(of, day);
      const requirement = grade === null ? undefined : asked.get(grade);
      const isNear = seesAll || place.classes.includes(classId) || place.reader?.classId === classId;
      const isMeant = input.classId === undefined || input.classId === classId;
      if (requirement === undefined || !isNear || !isMeant) return [];
      return [{ classId, ...requirement, ...notePeriod(requirement.every, day, terms) }];
    });
    const rows = await this.lists.rows<Pick<ProgressView, 'readerId' | 'classId' | 'written' | 'accepted'>>(
      PROGRESS,
      [
        JSON.stringify(classes),
        place.reader === null ? null : [place.reader.readerId],
        after,
        input.limit + 1,
      ],
    );
    const byClass = new Map(classes.map((one) => [one.classId, one]));
    return pageOf(
      rows,
      input.limit,
      (row): ProgressView => {
        const of = byClass.get(row.classId);
        if (of === undefined) throw new Error('a pupil of a class that was not asked about');
        const { grade, every, from, to, count } = of;
        return { ...row, grade, every, from, to, asked: count, done: row.written >= count };
      },
      ({ readerId }) => [readerId],
    );
  }

  private async asked(schoolId: SchoolId): Promise<RequirementView[]> {
    const own = await this.lists.rows<NoteRequirement>(OF_SCHOOL, [schoolId]);
    return GRADES.map((grade) => {
      const said = own.find((one) => one.grade === grade);
      return said === undefined
        ? { ...suggestedFor(grade), source: 'suggested' }
        : { ...said, source: 'school' };
    });
  }
}
