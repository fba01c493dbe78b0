import { Injectable } from '@nestjs/common';
import { reachesSchool } from '@shulian/contracts/access';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import {
  Clock,
  Lists,
  numberAfter,
  idAfter,
  pageOf,
  unknownThing,
  type Caller,
  type Page,
} from '@shulian/service-kit';
import { termOn } from '../lists/terms.query.js';
import { CONTACT_VIEW, LINE_VIEW, PRIORITY_VIEW, RUN_VIEW } from './dunning.row.js';
import type {
  ContactsAsked,
  ContactView,
  DunningLine,
  DunningLinesAsked,
  DunningRunView,
  OfSchoolAsked,
  PriorityView,
  ReminderView,
} from './dunning.http.js';
import { reminderOf } from './rules/dunning.js';

const RUNS = `${RUN_VIEW} where d.school_id = $1 and ($2::uuid is null or d.id < $2) order by d.id desc limit $3`;
const LINES = `${LINE_VIEW}
  where n.run_id = $1 and n.position > $2 and ($3::uuid is null or n.class_id = $3)
    and ($4::uuid[] is null or n.class_id = any($4)) and ($5::boolean is null or (n.priority is not null) = $5)
    and ($6::boolean is null or (l.closed_how is null) = $6)
  order by n.position limit $7`;
const PRIORITIES_OF = `${PRIORITY_VIEW}
  where p.school_id = $1 and ($2::uuid is null or p.reader_id > $2) order by p.reader_id limit $3`;
const CONTACTS = `${CONTACT_VIEW}
  where c.school_id = $1 and ($2::uuid is null or c.id < $2) and ($3::uuid is null or c.class_id = $3)
    and ($4::uuid is null or c.reader_id = $4) and ($5::text is null or c.whom = $5)
    and ($6::uuid[] is null or c.class_id = any($6)
      or exists (select from known_reader r where r.reader_id = c.reader_id and r.class_id = any($6)))
  order by c.id desc limit $7`;
const REMINDER = `select
    (select max(made_on)::text from dunning_run where school_id = $1 and made_on between $2::date and $3::date) as "lastMadeOn",
    (select count(*)::int from loan where lending_school_id = $1 and closed_how is null and due_on < $4::date) as overdue`;

/** The classes a caller is confined to at a school; null: the whole school. */
export const classesOf = ({ reach }: Caller, schoolId: string): readonly string[] | null =>
  reachesSchool(reach, schoolId) ? null : [...reach.classes.keys()];

/** The sheets of a school, who is dunned first, and with whom somebody spoke. */
@Injectable()
export class DunningQuery {
  constructor(
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  async runs(input: OfSchoolAsked, schoolId: SchoolId): Promise<Page<DunningRunView>> {
    const rows = await this.lists.rows<DunningRunView>(RUNS, [
      schoolId,
      idAfter(input.cursor),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ id }) => [id],
    );
  }

  /** @throws Problem 404 out of reach */
  async run(caller: Caller, id: string): Promise<DunningRunView> {
    const [row] = await this.lists.rows<DunningRunView>(`${RUN_VIEW} where d.id = $1`, [id]);
    if (row === undefined || !caller.mayWorkAt(row.schoolId)) throw unknownThing();
    return row;
  }

  async lines(caller: Caller, run: DunningRunView, input: DunningLinesAsked): Promise<Page<DunningLine>> {
    const rows = await this.lists.rows<DunningLine>(LINES, [
      run.id,
      numberAfter(input.cursor),
      input.classId ?? null,
      classesOf(caller, run.schoolId),
      input.priority ?? null,
      input.open ?? null,
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ position }) => [position],
    );
  }

  async reminder(schoolId: SchoolId): Promise<ReminderView> {
    const today = this.clock.today();
    const term = await termOn(this.lists, schoolId, today);
    const [row] = await this.lists.rows<{ lastMadeOn: CalendarDay | null; overdue: number }>(REMINDER, [
      schoolId,
      term.startsOn,
      term.untilOn,
      today,
    ]);
    const lastMadeOn = row?.lastMadeOn ?? null;
    return {
      schoolId,
      termStartsOn: term.startsOn,
      termEndsOn: term.endsOn,
      lastMadeOn,
      ...reminderOf(term, lastMadeOn, today),
      overdue: row?.overdue ?? 0,
    };
  }

  async priorities(input: OfSchoolAsked, schoolId: SchoolId): Promise<Page<PriorityView>> {
    const rows = await this.lists.rows<PriorityView>(PRIORITIES_OF, [
      schoolId,
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

  async contacts(caller: Caller, input: ContactsAsked, schoolId: SchoolId): Promise<Page<ContactView>> {
    const rows = await this.lists.rows<ContactView>(CONTACTS, [
      schoolId,
      idAfter(input.cursor),
      input.classId ?? null,
      input.readerId ?? null,
      input.whom ?? null,
      classesOf(caller, schoolId),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ id }) => [id],
    );
  }
}
