import { Injectable } from '@nestjs/common';
import {
  Database,
  idAfter,
  Lists,
  pageOf,
  statement,
  unknownThing,
  type Caller,
  type Page,
} from '@shulian/service-kit';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { classesInReach } from '../classes-in-reach.step.js';
import { nameOn, type PlaceOfClass } from '../classes/rules/school-class.js';
import { IS_TRAINED } from '../helper-office/standing.query.js';
import type { EvaluationsAsked, EvaluationView } from './helper-evaluations.http.js';
import { pointsOf } from './rules/judgement.js';

const TERM = statement(
  'helperEvaluations.term',
  `select school_id as "schoolId", starts_on::text as "startsOn", ends_on::text as "endsOn" from term where id = $1`,
);
/** Helpers whose office shares a day with the term, with its duties and trainings. */
const LIST = `select h.id as "helperId", h.reader_id as "readerId", h.class_id as "classId", k.section, k.entry_year as "entryYear",
    k.class_no as "classNo", e.duties, e.kept, e.late, e.excused, e.substituted, e.missed, s.stood_in as "stoodIn", g.trainings,
    ${IS_TRAINED} as trained, j.grade, coalesce(j.awarded, false) as awarded, j.words
  from class_helper h join school_class k on k.id = h.class_id
  left join helper_judgement j on j.helper_id = h.id and j.term_id = $2
  cross join lateral (
    select count(*)::int as duties, count(*) filter (where e.attendance = 'kept')::int as kept,
      count(*) filter (where e.attendance = 'late')::int as late,
      count(*) filter (where e.attendance = 'excused')::int as excused,
      count(*) filter (where e.attendance = 'substituted')::int as substituted,
      count(*) filter (where e.attendance = 'missed')::int as missed
    from duty_entry e where e.helper_id = h.id and e.on_day between $3 and $4) e
  cross join lateral (
    select count(*)::int as stood_in from duty_entry e where e.stand_in_id = h.id and e.on_day between $3 and $4) s
  cross join lateral (
    select count(*)::int as trainings from helper_training_attendance a join helper_training g on g.id = a.training_id
    where a.reader_id = h.reader_id and a.present and g.school_id = h.school_id and g.status = 'held'
      and g.held_on between $3 and $4) g
  where h.school_id = $1 and h.status = 'appointed' and h.starts_on <= $4 and h.ends_on >= $3
    and ($5::uuid[] is null or h.class_id = any($5)) and ($6::uuid is null or h.class_id = $6)
    and ($7::boolean is null or coalesce(j.awarded, false) = $7) and ($8::uuid is null or h.id > $8)
  order by h.id limit $9`;

type Found = Omit<EvaluationView, 'className' | 'points'> & PlaceOfClass;
type FoundTerm = {
  readonly schoolId: SchoolId;
  readonly startsOn: CalendarDay;
  readonly endsOn: CalendarDay;
};

/** What the helpers of a school did in a term; the award list is the same with those who have it. */
@Injectable()
export class HelperEvaluations {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** @throws Problem 404 for a term of a school out of reach */
  async list(caller: Caller, input: EvaluationsAsked): Promise<Page<EvaluationView>> {
    const [term] = await this.database.rows<FoundTerm>(TERM, [input.termId]);
    if (term === undefined || !caller.mayWorkAt(term.schoolId)) throw unknownThing();
    const rows = await this.lists.rows<Found>(LIST, [
      term.schoolId,
      input.termId,
      term.startsOn,
      term.endsOn,
      classesInReach(caller, term.schoolId, input.classId),
      input.classId ?? null,
      input.awarded ?? null,
      idAfter(input.cursor),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      ({ section, entryYear, classNo, ...found }) => ({
        ...found,
        className: nameOn({ section, entryYear, classNo }, term.startsOn),
        points: pointsOf(found),
      }),
      ({ helperId }) => [helperId],
    );
  }
}
