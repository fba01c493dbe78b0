import type { SchoolId } from '@shulian/contracts/ids';
import { statement, type Session } from '@shulian/service-kit';
import type { VacationAsked, VacationView } from './vacation-lending.http.js';
import { VACATION_VIEW } from './vacation.row.js';

const LOCK = statement(
  'vacation.lock',
  `select school_id as "schoolId", cancelled, version from vacation_arrangement where id = $1 for update`,
);
/** Desks keep the rules of a school in memory, and see by the stamp that theirs are old. */
const SAVE = statement(
  'vacation.save',
  `with stamped as (update lending_policy_stamp set stamp = stamp + 1)
   insert into vacation_arrangement (id, school_id, name, lend_from, lend_to, due_on, version)
   values ($1, $2, $3, $4, $5, $6, $7)
   on conflict (id) do update set name = excluded.name, lend_from = excluded.lend_from, lend_to = excluded.lend_to,
     due_on = excluded.due_on, version = excluded.version`,
);
const CLEAR = statement('vacation.clear', 'delete from vacation_slot where arrangement_id = $1');
const SLOTS = statement(
  'vacation.slots',
  `insert into vacation_slot (arrangement_id, class_id, on_day, from_time, to_time)
   select $1, t."classId", t."on", t."from", t."to"
   from jsonb_to_recordset($2::jsonb) as t("classId" uuid, "on" date, "from" text, "to" text)`,
);
const CANCEL = statement(
  'vacation.cancel',
  `with stamped as (update lending_policy_stamp set stamp = stamp + 1)
   update vacation_arrangement set cancelled = true, version = version + 1 where id = $1`,
);
const CLASSES = statement(
  'vacation.classes',
  'select from known_class where class_id = any($1::uuid[]) and school_id = $2',
);
const VIEW = statement('vacation.view', `${VACATION_VIEW} where v.id = $1`);

export class VacationsRepository {
  constructor(private readonly session: Session) {}

  async locked(id: string): Promise<{ schoolId: SchoolId; cancelled: boolean; version: number } | null> {
    const [found] = await this.session.rows<{ schoolId: SchoolId; cancelled: boolean; version: number }>(
      LOCK,
      [id],
    );
    return found ?? null;
  }

  async hasClasses(classes: readonly string[], schoolId: SchoolId): Promise<boolean> {
    if (classes.length === 0) return true;
    return (await this.session.rows(CLASSES, [classes, schoolId])).length === classes.length;
  }

  async save(id: string, schoolId: SchoolId, input: VacationAsked, version: number): Promise<void> {
    const { name, lendFrom, lendTo, dueOn, slots = [] } = input;
    await this.session.rows(SAVE, [id, schoolId, name, lendFrom, lendTo, dueOn, version]);
    await this.session.rows(CLEAR, [id]);
    if (slots.length > 0) await this.session.rows(SLOTS, [id, JSON.stringify(slots)]);
  }

  async cancel(id: string): Promise<void> {
    await this.session.rows(CANCEL, [id]);
  }

  async view(id: string): Promise<VacationView> {
    const [view] = await this.session.rows<VacationView>(VIEW, [id]);
    if (view === undefined) throw new Error('the arrangement is gone');
    return view;
  }
}
