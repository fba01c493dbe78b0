import { statement, violatedUnique, type Session } from '@shulian/service-kit';
import type { CalendarDay, SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import { POSTING_VIEW, RULE_SET_VIEW } from './rule-set.row.js';
import type { PostingView, RuleSetRow } from './rule-sets.http.js';
import type { RuleKind, RuleSet, RuleVersion } from './rules/rule-set.js';

const ADD = statement(
  'ruleSets.add',
  'insert into rule_set (id, school_id, kind, name, created_on, created_by) values ($1, $2, $3, $4, $5, $6)',
);
const LOCK = statement(
  'ruleSets.lock',
  `select id, school_id as "schoolId", kind, name, ended_on::text as "endedOn" from rule_set where id = $1 for update`,
);
const END = statement('ruleSets.end', 'update rule_set set ended_on = $2 where id = $1');
const VERSIONS = statement(
  'ruleSets.versions',
  'select number, holds_from::text as "holdsFrom" from rule_version where set_id = $1 order by number',
);
const WRITE = statement(
  'ruleSets.write',
  'insert into rule_version (set_id, number, text, holds_from, written_on, written_by) values ($1, $2, $3, $4, $5, $6)',
);
const WITHDRAW = statement('ruleSets.withdraw', 'delete from rule_version where set_id = $1 and number = $2');
const POST = statement(
  'ruleSets.post',
  'insert into rule_posting (id, set_id, number, room, posted_on, posted_by) values ($1, $2, $3, $4, $5, $6)',
);
/** What is posted in a room makes room for the newer version. */
const TAKE_DOWN_ROOM = statement(
  'ruleSets.takeDownRoom',
  'update rule_posting set removed_on = $3 where set_id = $1 and room = $2 and removed_on is null',
);
const LOCK_POSTING = statement(
  'ruleSets.lockPosting',
  `select s.school_id as "schoolId", p.removed_on::text as "removedOn" from rule_posting p join rule_set s on s.id = p.set_id
   where p.id = $1 for update of p`,
);
const TAKE_DOWN = statement('ruleSets.takeDown', 'update rule_posting set removed_on = $2 where id = $1');
const READ = statement(
  'ruleSets.read',
  `insert into rule_reading (id, set_id, number, who, class_id, reader_id, account, read_on) values ($1, $2, $3, $4, $5, $6, $7, $8)
   on conflict do nothing`,
);
const VIEW = statement('ruleSets.view', `${RULE_SET_VIEW} where s.id = $2`);
const POSTING = statement('ruleSets.posting', `${POSTING_VIEW} where p.id = $1`);

export type NewReading = {
  readonly id: string;
  readonly who: 'teacher' | 'class' | 'reader';
  readonly classId: SchoolClassId | null;
  readonly readerId: string | null;
  readonly account: string;
};

/** Rules of a library. Who writes to a set has locked it. */
export class RuleSetsRepository {
  constructor(private readonly session: Session) {}

  /** False when the school has a set of the name; the transaction is then lost. */
  async add(
    set: { readonly id: string; readonly schoolId: SchoolId; readonly kind: RuleKind; readonly name: string },
    on: CalendarDay,
    by: string,
  ): Promise<boolean> {
    try {
      await this.session.rows(ADD, [set.id, set.schoolId, set.kind, set.name, on, by]);
      return true;
    } catch (error) {
      if (violatedUnique(error) === 'rule_set_name') return false;
      throw error;
    }
  }

  async locked(id: string): Promise<RuleSet | null> {
    return (await this.session.rows<RuleSet>(LOCK, [id]))[0] ?? null;
  }

  /** @param on null: it holds again */
  async end(id: string, on: CalendarDay | null): Promise<void> {
    await this.session.rows(END, [id, on]);
  }

  versions(id: string): Promise<RuleVersion[]> {
    return this.session.rows<RuleVersion>(VERSIONS, [id]);
  }

  async write(
    id: string,
    version: RuleVersion & { readonly text: string },
    on: CalendarDay,
    by: string,
  ): Promise<void> {
    await this.session.rows(WRITE, [id, version.number, version.text, version.holdsFrom, on, by]);
  }

  async withdraw(id: string, number: number): Promise<void> {
    await this.session.rows(WITHDRAW, [id, number]);
  }

  async post(
    posting: { readonly id: string; readonly setId: string; readonly number: number; readonly room: string },
    on: CalendarDay,
    by: string,
  ): Promise<void> {
    await this.session.rows(TAKE_DOWN_ROOM, [posting.setId, posting.room, on]);
    await this.session.rows(POST, [posting.id, posting.setId, posting.number, posting.room, on, by]);
  }

  async lockedPosting(
    id: string,
  ): Promise<{ readonly schoolId: SchoolId; readonly removedOn: CalendarDay | null } | null> {
    const rows = await this.session.rows<{ schoolId: SchoolId; removedOn: CalendarDay | null }>(
      LOCK_POSTING,
      [id],
    );
    return rows[0] ?? null;
  }

  async takeDown(id: string, on: CalendarDay): Promise<void> {
    await this.session.rows(TAKE_DOWN, [id, on]);
  }

  /** The first time counts. */
  async addReading(setId: string, number: number, reading: NewReading, on: CalendarDay): Promise<void> {
    const { id, who, classId, readerId, account } = reading;
    await this.session.rows(READ, [id, setId, number, who, classId, readerId, account, on]);
  }

  async view(id: string, today: CalendarDay): Promise<RuleSetRow> {
    const [row] = await this.session.rows<RuleSetRow>(VIEW, [today, id]);
    if (row === undefined) throw new Error('the set is gone');
    return row;
  }

  async posting(id: string): Promise<PostingView> {
    const [row] = await this.session.rows<PostingView>(POSTING, [id]);
    if (row === undefined) throw new Error('the posting is gone');
    return row;
  }
}
