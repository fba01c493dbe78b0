import { Injectable } from '@nestjs/common';
import type { CalendarDay, ContestId, SchoolId } from '@shulian/contracts/ids';
import { idAfter, Lists, numberAfter, pageOf, unknownReference, type Caller, type Page } from '@shulian/service-kit'; // prettier-ignore
import { SchoolLifeQuery } from '../../from-readers/school-life.query.js';
import type { NoteKind } from '../../reading-notes/rules/reading-note.js';
import { runsContests } from '../caller-school.query.js';
import { ContestsQuery } from '../contests.query.js';
import type { SchoolContestView } from '../contest-views.http.js';
import { percentOf } from '../rules/note-round.js';
import { classesOfGrades } from './classes-of-contest.query.js';
import type {
  MissingAsked,
  MissingView,
  ParticipationAsked,
  ParticipationView,
} from './participation.http.js';

const PUPILS = `select class_id as "classId", count(*)::int as pupils from known_reader
  where school_id = $1 and class_id = any($2::uuid[]) and kind = 'student' and active group by class_id`;
/** Who is in a class now and has handed in: whoever came with a work from another class counts where he is. */
const ENTERED = `select r.class_id as "classId", null as kind, count(distinct r.reader_id)::int as "handedIn", null as notes,
    null as marked, null as nominated
  from contest_entry e join known_reader r on r.reader_id = e.reader_id
  where e.contest_id = $1 and e.status = 'handed-in' and r.class_id = any($2::uuid[]) and r.kind = 'student' and r.active
  group by r.class_id`;
const ENTERED_BY_CLASS = `select e.class_id as "classId", null as kind, null::int as "handedIn", null as notes, null as marked,
    null as nominated
  from contest_entry e where e.contest_id = $1 and e.status = 'handed-in' and e.reader_id is null and e.class_id = any($2::uuid[])`;
const WROTE = `select r.class_id as "classId", n.kind, count(distinct r.reader_id)::int as "handedIn", count(*)::int as notes,
    count(m.note_id)::int as marked, count(*) filter (where m.nominated)::int as nominated
  from reading_note n join known_reader r on r.reader_id = n.reader_id
    left join note_mark m on m.note_id = n.id and m.contest_id = $1
  where n.school_id = $3 and n.handed_in_on between $4::date and $5::date and n.kind = any($6::text[])
    and r.class_id = any($2::uuid[]) and r.kind = 'student' and r.active
  group by grouping sets ((r.class_id, n.kind), (r.class_id))`;
const MISSING = `select r.reader_id as "readerId", r.class_id as "classId" from known_reader r
  where r.school_id = $2 and r.class_id = $3 and r.kind = 'student' and r.active and ($4::uuid is null or r.reader_id > $4)
    and not exists (select from contest_entry e where e.contest_id = $1 and e.reader_id = r.reader_id and e.status = 'handed-in'
      and $5::date is null)
    and not exists (select from reading_note n where $5::date is not null and n.reader_id = r.reader_id and n.school_id = $2
      and n.handed_in_on between $5::date and $6::date and n.kind = any($7::text[]))
  order by r.reader_id limit $8`;

type Counted = Pick<ParticipationView, 'notes' | 'marked' | 'nominated'> & {
  readonly classId: string;
  readonly kind: NoteKind | null;
  readonly handedIn: number | null;
};

/** Who takes part, class by class (ACT-024, ACT-033). */
@Injectable()
export class ParticipationQuery {
  constructor(
    private readonly lists: Lists,
    private readonly contests: ContestsQuery,
    private readonly life: SchoolLifeQuery,
  ) {}

  /** A line for each class, of notes one for each kind with a target, and the sum of all at the end. @throws Problem 404 */
  async list(caller: Caller, id: ContestId, input: ParticipationAsked): Promise<Page<ParticipationView>> {
    const from = numberAfter(input.cursor);
    const contest = await this.contests.byId(caller, id);
    const classes = await this.classesOf(caller, contest);
    const ids = classes.map(({ classId }) => classId);
    const pupils = new Map(
      (await this.lists.rows<{ classId: string; pupils: number }>(PUPILS, [contest.schoolId, ids])).map(
        (one) => [one.classId, one.pupils],
      ),
    );
    const counted = await this.countedOf(contest, ids);
    const targets = targetsOf(contest);
    const lineOf = (
      of: Pick<ParticipationView, 'classId' | 'className' | 'grade' | 'pupils'>,
      kind: NoteKind | null,
      target: number | null,
      found: readonly Counted[],
    ): ParticipationView => {
      const sum = (key: 'handedIn' | 'notes' | 'marked' | 'nominated'): number =>
        found.reduce((all, one) => all + (one[key] ?? (key === 'handedIn' ? of.pupils : 0)), 0);
      const handedIn = sum('handedIn');
      const ofNotes = (key: 'notes' | 'marked' | 'nominated') => (contest.notes === null ? null : sum(key));
      const percent = percentOf(handedIn, of.pupils);
      return {
        ...of,
        kind,
        handedIn,
        percent,
        target,
        reached: target === null ? null : of.pupils > 0 && percent >= target,
        notes: ofNotes('notes'),
        marked: ofNotes('marked'),
        nominated: ofNotes('nominated'),
      };
    };
    const rows = classes.flatMap(({ classId, name, grade }) =>
      targets.map(({ kind, target }) =>
        lineOf(
          { classId, className: name, grade, pupils: pupils.get(classId) ?? 0 },
          kind,
          target,
          counted.filter((one) => one.classId === classId && one.kind === kind),
        ),
      ),
    );
    const sums = targets.map(({ kind, target }): ParticipationView => {
      const ofKind = rows.filter((row) => row.kind === kind);
      const add = (key: 'pupils' | 'handedIn'): number => ofKind.reduce((all, row) => all + row[key], 0);
      const all: Counted = {
        classId: '',
        kind,
        handedIn: add('handedIn'),
        notes: ofKind.reduce((sum, row) => sum + (row.notes ?? 0), 0),
        marked: ofKind.reduce((sum, row) => sum + (row.marked ?? 0), 0),
        nominated: ofKind.reduce((sum, row) => sum + (row.nominated ?? 0), 0),
      };
      return lineOf({ classId: null, className: null, grade: null, pupils: add('pupils') }, kind, target, [
        all,
      ]);
    });
    const whole = [...rows, ...(classes.length === 0 ? [] : sums)];
    return pageOf(
      whole.slice(from, from + input.limit + 1).map((row, at) => ({ row, at: from + at + 1 })),
      input.limit,
      ({ row }) => row,
      ({ at }) => [at],
    );
  }

  /** @throws Problem 404 for a contest, 422 for a class out of reach, or one that the contest is not for */
  async missing(caller: Caller, id: ContestId, input: MissingAsked): Promise<Page<MissingView>> {
    const after = idAfter(input.cursor);
    const contest = await this.contests.byId(caller, id);
    const classes = await this.classesOf(caller, contest);
    if (!classes.some(({ classId }) => classId === input.classId)) throw unknownReference('?classId');
    const { notes } = contest;
    const rows = await this.lists.rows<MissingView>(MISSING, [
      id,
      contest.schoolId,
      input.classId,
      after,
      notes?.from ?? null,
      notes?.to ?? null,
      notes?.kinds ?? [],
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ readerId }) => [readerId],
    );
  }

  private async classesOf(caller: Caller, contest: SchoolContestView) {
    const day = (contest.notes?.to ?? contest.opensOn) as CalendarDay;
    const all = await this.life.classes(contest.schoolId as SchoolId, day);
    const ofGrades = contest.forPupils ? classesOfGrades(all, contest.grades, day) : [];
    return runsContests(caller, contest.schoolId)
      ? ofGrades
      : ofGrades.filter(({ classId }) => caller.reach.classes.has(classId));
  }

  private countedOf(contest: SchoolContestView, classes: readonly string[]): Promise<Counted[]> {
    const { id, schoolId, notes, per } = contest;
    if (notes !== null)
      return this.lists.rows<Counted>(WROTE, [id, classes, schoolId, notes.from, notes.to, notes.kinds]);
    return this.lists.rows<Counted>(per === 'class' ? ENTERED_BY_CLASS : ENTERED, [id, classes]);
  }
}

/** What is counted: all together, and of a round of notes each kind with its target; compulsory means everybody. */
const targetsOf = ({
  notes,
  compulsory,
}: SchoolContestView): { readonly kind: NoteKind | null; readonly target: number | null }[] => [
  { kind: null, target: compulsory ? 100 : null },
  ...(notes?.targets ?? []).map(({ kind, percent }) => ({ kind, target: percent })),
];
