import { statement, violatedUnique, type Session } from '@shulian/service-kit';
import type { CalendarDay, ReaderId, SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import { GUARDIAN_VIEW, PARTICIPATION_VIEW } from './guardian.row.js';
import type { GuardianView, ParticipationView } from './guardians.http.js';

const ADD = statement(
  'guardians.add',
  `insert into guardian (id, school_id, reader_id, name, relation, contact, consent_on, consent_how, version, created_on, created_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9, $10)`,
);
const LOCK = statement(
  'guardians.lock',
  `select g.id, g.school_id as "schoolId", g.reader_id as "readerId", r.class_id as "classId", g.relation, g.contact,
     g.consent_on::text as "consentOn", g.consent_how as "consentHow", g.withdrawn_on::text as "withdrawnOn", g.version
   from guardian g join reader r on r.id = g.reader_id where g.id = $1 for update of g`,
);
const CHANGE = statement(
  'guardians.change',
  `update guardian set relation = $2, contact = $3, consent_on = $4, consent_how = $5, withdrawn_on = $6, version = $7
   where id = $1`,
);
const REMOVE = statement('guardians.remove', 'delete from guardian where id = $1');
const AGREEING = statement(
  'guardians.agreeing',
  `select id, consent_on is not null and withdrawn_on is null as agrees from guardian
   where school_id = $1 and id = any($2::uuid[]) order by id for share`,
);
const ADD_PARTICIPATION = statement(
  'guardians.addParticipation',
  `insert into participation (id, school_id, activity, took_place_on, pupils, note, entered_on, entered_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
);
const TAKE_PART = statement(
  'guardians.takePart',
  'insert into participation_guardian (participation_id, guardian_id) select $1, unnest($2::uuid[])',
);
const LOCK_PARTICIPATION = statement(
  'guardians.lockParticipation',
  'select school_id as "schoolId" from participation where id = $1 for update',
);
const REMOVE_PARTICIPATION = statement(
  'guardians.removeParticipation',
  'delete from participation where id = $1',
);
const VIEW = statement('guardians.view', `${GUARDIAN_VIEW} where g.id = $1`);
const PARTICIPATION = statement('guardians.participation', `${PARTICIPATION_VIEW} where p.id = $1`);

export type Guardian = {
  readonly id: string;
  readonly schoolId: SchoolId;
  readonly readerId: ReaderId;
  readonly classId: SchoolClassId | null;
  readonly relation: string;
  readonly contact: string | null;
  readonly consentOn: CalendarDay | null;
  readonly consentHow: string | null;
  readonly withdrawnOn: CalendarDay | null;
  readonly version: number;
};

/** Guardians of pupils, and what they took part in. */
export class GuardiansRepository {
  constructor(private readonly session: Session) {}

  /** False when the pupil has a guardian of that name; the transaction is then lost. */
  async add(
    guardian: Omit<Guardian, 'classId' | 'withdrawnOn' | 'version'> & { readonly name: string },
    on: CalendarDay,
    by: string,
  ): Promise<boolean> {
    const { id, schoolId, readerId, name, relation, contact, consentOn, consentHow } = guardian;
    try {
      const values = [id, schoolId, readerId, name, relation, contact, consentOn, consentHow, on, by];
      await this.session.rows(ADD, values);
      return true;
    } catch (error) {
      if (violatedUnique(error) === 'guardian_once') return false;
      throw error;
    }
  }

  async locked(id: string): Promise<Guardian | null> {
    return (await this.session.rows<Guardian>(LOCK, [id]))[0] ?? null;
  }

  async change(it: Guardian): Promise<void> {
    const { id, relation, contact, consentOn, consentHow, withdrawnOn, version } = it;
    await this.session.rows(CHANGE, [id, relation, contact, consentOn, consentHow, withdrawnOn, version]);
  }

  async remove(id: string): Promise<void> {
    await this.session.rows(REMOVE, [id]);
  }

  /** Those of the school, with whether they agree today; nobody changes that meanwhile. */
  agreeing(
    schoolId: SchoolId,
    ids: readonly string[],
  ): Promise<{ readonly id: string; readonly agrees: boolean }[]> {
    return this.session.rows(AGREEING, [schoolId, ids]);
  }

  async addParticipation(
    it: Omit<ParticipationView, 'guardians'>,
    guardianIds: readonly string[],
    on: CalendarDay,
  ): Promise<void> {
    const { id, schoolId, activity, tookPlaceOn, pupils, note, enteredBy } = it;
    const values = [id, schoolId, activity, tookPlaceOn, pupils, note, on, enteredBy];
    await this.session.rows(ADD_PARTICIPATION, values);
    await this.session.rows(TAKE_PART, [id, guardianIds]);
  }

  async schoolOfParticipation(id: string): Promise<SchoolId | null> {
    const [row] = await this.session.rows<{ schoolId: SchoolId }>(LOCK_PARTICIPATION, [id]);
    return row?.schoolId ?? null;
  }

  async removeParticipation(id: string): Promise<void> {
    await this.session.rows(REMOVE_PARTICIPATION, [id]);
  }

  async view(id: string): Promise<GuardianView> {
    const [row] = await this.session.rows<GuardianView>(VIEW, [id]);
    if (row === undefined) throw new Error('the guardian is gone');
    return row;
  }

  async participation(id: string): Promise<ParticipationView> {
    const [row] = await this.session.rows<ParticipationView>(PARTICIPATION, [id]);
    if (row === undefined) throw new Error('the participation is gone');
    return row;
  }
}
