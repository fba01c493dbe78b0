import { statementOf, sql, violatedUnique, words, type Session } from '@shulian/service-kit';
import type { CalendarDay } from '@shulian/contracts/ids';
import type { Sealed } from '../sealed-text.adapter.js';
import { CONTACT_VIEW, type ContactRow } from './notice-contact.row.js';

export type NewContact = {
  readonly id: string;
  readonly schoolId: string;
  readonly whose: ContactRow['whose'];
  readonly readerId: string | null;
  readonly guardianId: string | null;
  readonly accountId: string | null;
  readonly sealed: Sealed;
  readonly language: string;
  readonly consentOn: CalendarDay;
  readonly consentHow: string;
  readonly by: string;
};
type Changed = {
  readonly id: string;
  readonly sealed: Sealed;
  readonly language: string;
  readonly version: number;
};
export type GuardianOf = {
  readonly readerId: string;
  readonly schoolId: string;
  readonly classId: string | null;
  readonly agrees: boolean;
};

const ADD = statementOf<NewContact>(
  'notice-contacts.add',
  (
    of,
  ) => sql`insert into notice_contact (id, school_id, whose, reader_id, guardian_id, account_id, address, key_id, language, consent_on, consent_how,
     version, entered_by)
   values (${of(({ id }) => id)}, ${of(({ schoolId }) => schoolId)}, ${of(({ whose }) => whose)}, ${of(({ readerId }) => readerId)},
     ${of(({ guardianId }) => guardianId)}, ${of(({ accountId }) => accountId)}, ${of(({ sealed }) => sealed.bytes)}, ${of(({ sealed }) => sealed.keyId)},
     ${of(({ language }) => language)}, ${of(({ consentOn }) => consentOn)}, ${of(({ consentHow }) => consentHow)}, 1, ${of(({ by }) => by)})`,
);
const LOCK = statementOf<string>(
  'notice-contacts.lock',
  (of) => sql`${words(CONTACT_VIEW)} where c.id = ${of((id) => id)} for update of c`,
);
const CHANGE = statementOf<Changed>(
  'notice-contacts.change',
  (
    of,
  ) => sql`update notice_contact set address = ${of(({ sealed }) => sealed.bytes)}, key_id = ${of(({ sealed }) => sealed.keyId)},
     language = ${of(({ language }) => language)}, version = ${of(({ version }) => version)} where id = ${of(({ id }) => id)}`,
);
const REMOVE = statementOf<string>(
  'notice-contacts.remove',
  (of) => sql`delete from notice_contact where id = ${of((id) => id)}`,
);
const REMOVE_OF_GUARDIAN = statementOf<string>(
  'notice-contacts.removeOfGuardian',
  (of) => sql`delete from notice_contact where guardian_id = ${of((id) => id)}`,
);
/** Nobody withdraws a consent meanwhile. */
const GUARDIAN = statementOf<string>(
  'notice-contacts.guardian',
  (of) => sql`select g.reader_id as "readerId", r.school_id as "schoolId", r.class_id as "classId",
     g.consent_on is not null and g.withdrawn_on is null as agrees
   from guardian g join reader r on r.id = g.reader_id where g.id = ${of((id) => id)} for share of g`,
);
const WORKS_AT = statementOf<{ readonly accountId: string; readonly schoolId: string }>(
  'notice-contacts.worksAt',
  (
    of,
  ) => sql`select from account_grant where account_id = ${of(({ accountId }) => accountId)} and school_id = ${of(({ schoolId }) => schoolId)}
     and role in ('school-head', 'librarian', 'teacher') limit 1`,
);
const SEALED_BEFORE = statementOf<{
  readonly keyId: string;
  readonly after: string | null;
  readonly most: number;
}>(
  'notice-contacts.sealedBefore',
  (
    of,
  ) => sql`select id, address as bytes, key_id as "keyId" from notice_contact where key_id <> ${of(({ keyId }) => keyId)}
       and id > coalesce(${of(({ after }) => after)}::uuid, '00000000-0000-0000-0000-000000000000')
     order by id limit ${of(({ most }) => most)} for update skip locked`,
);
const RESEAL = statementOf<{ readonly id: string; readonly sealed: Sealed }>(
  'notice-contacts.reseal',
  (
    of,
  ) => sql`update notice_contact set address = ${of(({ sealed }) => sealed.bytes)}, key_id = ${of(({ sealed }) => sealed.keyId)}
     where id = ${of(({ id }) => id)}`,
);
/** Who has left for a month gets no notices any more, nor do his guardians. */
const REMOVE_OF_LEAVERS = statementOf<CalendarDay>(
  'notice-contacts.removeOfLeavers',
  (
    of,
  ) => sql`delete from notice_contact c using reader r where r.id = c.reader_id and r.left_on < ${of((day) => day)}::date - 30
     returning c.id`,
);

/** Where people get notices. */
export class NoticeContactsRepository {
  constructor(private readonly session: Session) {}

  /** False when the person has one; the transaction is then lost. */
  async add(contact: NewContact): Promise<boolean> {
    try {
      await this.session.rows(...ADD.with(contact));
      return true;
    } catch (error) {
      if (violatedUnique(error)?.startsWith('notice_contact_of_') === true) return false;
      throw error;
    }
  }

  async locked(id: string): Promise<ContactRow | null> {
    return (await this.session.rows<ContactRow>(...LOCK.with(id)))[0] ?? null;
  }

  async change(contact: Changed): Promise<void> {
    await this.session.rows(...CHANGE.with(contact));
  }

  async remove(id: string): Promise<void> {
    await this.session.rows(...REMOVE.with(id));
  }

  async removeOfGuardian(guardianId: string): Promise<void> {
    await this.session.rows(...REMOVE_OF_GUARDIAN.with(guardianId));
  }

  async guardian(id: string): Promise<GuardianOf | null> {
    return (await this.session.rows<GuardianOf>(...GUARDIAN.with(id)))[0] ?? null;
  }

  async worksAt(accountId: string, schoolId: string): Promise<boolean> {
    return (await this.session.rows(...WORKS_AT.with({ accountId, schoolId }))).length > 0;
  }

  /** Some that were sealed with another key than this one, from an id on, locked. */
  sealedBefore(
    keyId: string,
    after: string | null,
    most: number,
  ): Promise<(Sealed & { readonly id: string })[]> {
    return this.session.rows(...SEALED_BEFORE.with({ keyId, after, most }));
  }

  async reseal(id: string, sealed: Sealed): Promise<void> {
    await this.session.rows(...RESEAL.with({ id, sealed }));
  }

  /** How many they were. */
  async removeOfLeavers(today: CalendarDay): Promise<number> {
    return (await this.session.rows(...REMOVE_OF_LEAVERS.with(today))).length;
  }
}
