import { Injectable } from '@nestjs/common';
import {
  afterCursor,
  Database,
  idAfter,
  Lists,
  pageOf,
  refuseCursor,
  statement,
  unknownThing,
  type Caller,
  type Page,
} from '@shulian/service-kit';
import type { CalendarDay, SchoolId, TermId } from '@shulian/contracts/ids';
import { classesInReach } from '../classes-in-reach.step.js';
import { gradeOn, type PlaceOfClass } from '../classes/rules/school-class.js';
import { TRAINING_VIEW } from './helper-training.row.js';
import type {
  AttendanceListAsked,
  AttendanceView,
  FocusGradesAsked,
  FocusGradeView,
  FocusPage,
  TrainingsAsked,
  TrainingView,
} from './helper-training.http.js';

const BY_ID = statement('helperTraining.byId', `${TRAINING_VIEW} where g.id = $1`);
const LIST = `${TRAINING_VIEW}
  where g.school_id = $1 and ($2::text is null or g.status = $2)
    and g.held_on between coalesce($3::date, '-infinity') and coalesce($4::date, 'infinity')
    and ($5::date is null or (g.held_on, g.id) < ($5::date, $6::uuid))
  order by g.held_on desc, g.id desc limit $7`;
const ATTENDANCE = `select a.reader_id as "readerId", a.present, a.result, a.note
  from helper_training_attendance a join reader r on r.id = a.reader_id
  where a.training_id = $1 and ($2::uuid[] is null or r.class_id = any($2)) and ($3::uuid is null or a.reader_id > $3)
  order by a.reader_id limit $4`;
const TERM = statement(
  'helperTraining.term',
  `select t.school_id as "schoolId", t.starts_on::text as "startsOn", t.ends_on::text as "endsOn", f.grades, f.aim
   from term t left join helper_training_focus f on f.term_id = t.id where t.id = $1`,
);
/** Helpers of each intake in a term, and what they have from its trainings; a few lines a school. */
const INTAKES = `select k.section, k.entry_year as "entryYear", count(*)::int as helpers,
    count(*) filter (where a.present)::int as trained, count(*) filter (where a.passed)::int as passed
  from class_helper h join school_class k on k.id = h.class_id
  cross join lateral (
    select coalesce(bool_or(a.present), false) as present, coalesce(bool_or(a.result = 'passed'), false) as passed
    from helper_training_attendance a join helper_training g on g.id = a.training_id
    where a.reader_id = h.reader_id and g.school_id = h.school_id and g.status = 'held' and g.held_on between $2 and $3) a
  where h.school_id = $1 and h.status = 'appointed' and h.starts_on <= $3 and h.ends_on >= $2
  group by 1, 2`;

type FoundTerm = {
  readonly schoolId: SchoolId;
  readonly startsOn: CalendarDay;
  readonly endsOn: CalendarDay;
  readonly grades: readonly number[] | null;
  readonly aim: string | null;
};
type Intake = Pick<PlaceOfClass, 'section' | 'entryYear'> &
  Pick<FocusGradeView, 'helpers' | 'trained' | 'passed'>;

/** Trainings of a school, the newest first; who came; and what a term did for each grade. */
@Injectable()
export class HelperTrainings {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** @throws Problem 404 also for one of another school */
  async byId(caller: Caller, id: string): Promise<TrainingView> {
    const [training] = await this.database.rows<TrainingView>(BY_ID, [id]);
    if (training === undefined || !caller.mayWorkAt(training.schoolId)) throw unknownThing();
    return training;
  }

  async list(input: TrainingsAsked, schoolId: SchoolId): Promise<Page<TrainingView>> {
    const after = afterCursor(input.cursor, 2);
    const rows = await this.lists.rows<TrainingView>(LIST, [
      schoolId,
      input.status ?? null,
      input.from ?? null,
      input.to ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ heldOn, id }) => [heldOn, id],
    );
  }

  /** Of who reaches a class: its pupils. */
  async attendance(
    caller: Caller,
    { id, schoolId }: TrainingView,
    input: AttendanceListAsked,
  ): Promise<Page<AttendanceView>> {
    const rows = await this.lists.rows<AttendanceView>(ATTENDANCE, [
      id,
      classesInReach(caller, schoolId, undefined),
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

  /** On one page: a school has twelve grades at most. @throws Problem 404 also for a term of another school */
  async focus(caller: Caller, termId: TermId, { cursor }: FocusGradesAsked): Promise<FocusPage> {
    refuseCursor(cursor);
    const [term] = await this.database.rows<FoundTerm>(TERM, [termId]);
    if (term === undefined || !caller.mayWorkAt(term.schoolId)) throw unknownThing();
    const intakes = await this.lists.rows<Intake>(INTAKES, [term.schoolId, term.startsOn, term.endsOn]);
    const byGrade = new Map<number, FocusGradeView>(
      (term.grades ?? []).map((grade) => [
        grade,
        { grade, inFocus: true, helpers: 0, trained: 0, passed: 0 },
      ]),
    );
    for (const { section, entryYear, ...counted } of intakes) {
      const grade = gradeOn({ section, entryYear }, term.startsOn);
      if (grade !== null) byGrade.set(grade, { grade, inFocus: byGrade.has(grade), ...counted });
    }
    const items = [...byGrade.values()].sort((one, other) => one.grade - other.grade);
    return { items, nextCursor: null, aim: term.aim };
  }
}
