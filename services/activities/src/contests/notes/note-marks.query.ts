import { Injectable } from '@nestjs/common';
import type { CalendarDay, ContestId, SchoolId } from '@shulian/contracts/ids';
import { idAfter, Lists, pageOf, type Caller, type Page } from '@shulian/service-kit';
import { SchoolLifeQuery } from '../../from-readers/school-life.query.js';
import { runsContests } from '../caller-school.query.js';
import type { SchoolContestView } from '../contest-views.http.js';
import { ContestsQuery } from '../contests.query.js';
import { classesOfGrades } from '../participation/classes-of-contest.query.js';
import type { NoteMarksListAsked, NoteMarkView } from './note-marks.http.js';

const LIST = `select n.id as "noteId", n.reader_id as "readerId", n.class_id as "classId", n.kind, n.text,
    n.handed_in_on::text as "handedInOn", m.tenths, m.remark, coalesce(m.nominated, false) as nominated,
    m.marked_on::text as "markedOn"
  from reading_note n left join note_mark m on m.note_id = n.id and m.contest_id = $1
  where n.school_id = $2 and n.handed_in_on between $3::date and $4::date and n.kind = any($5::text[])
    and ($6::uuid[] is null or n.class_id = any($6)) and ($7::uuid is null or n.class_id = $7)
    and ($8::text is null or n.kind = $8) and ($9::boolean is null or $9 = (m.note_id is not null))
    and ($10::uuid is null or n.id > $10)
  order by n.id limit $11`;

/** The notes of a round, in the order in which they came; a teacher sees those of the own classes. */
@Injectable()
export class NoteMarksQuery {
  constructor(
    private readonly lists: Lists,
    private readonly contests: ContestsQuery,
    private readonly life: SchoolLifeQuery,
  ) {}

  /** Empty where it is no round of notes. @throws Problem 404 for a contest of another school */
  async list(caller: Caller, id: ContestId, input: NoteMarksListAsked): Promise<Page<NoteMarkView>> {
    const after = idAfter(input.cursor);
    const contest = await this.contests.byId(caller, id);
    const { schoolId, notes } = contest;
    if (notes === null) return { items: [], nextCursor: null };
    const rows = await this.lists.rows<NoteMarkView>(LIST, [
      id,
      schoolId,
      notes.from,
      notes.to,
      notes.kinds,
      await this.classesInReach(caller, contest, notes.to as CalendarDay),
      input.classId ?? null,
      input.kind ?? null,
      input.marked ?? null,
      after,
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (note) => note,
      ({ noteId }) => [noteId],
    );
  }

  /** Null: all, also who is in no class. */
  private async classesInReach(
    caller: Caller,
    { schoolId, grades }: SchoolContestView,
    day: CalendarDay,
  ): Promise<string[] | null> {
    const own = runsContests(caller, schoolId) ? null : [...caller.reach.classes.keys()];
    if (grades.length === 0) return own;
    const classes = await this.life.classes(schoolId as SchoolId, day);
    return classesOfGrades(classes, grades, day)
      .map(({ classId }) => classId)
      .filter((classId) => own?.includes(classId) ?? true);
  }
}
