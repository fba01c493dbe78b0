import { Injectable } from '@nestjs/common';
import { reachesReader } from '@shulian/contracts/access';
import type { ReaderId } from '@shulian/contracts/ids';
import {
  Clock,
  conflict,
  invalid,
  newId,
  OncePerKey,
  unknownReference,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import { logSight } from '../enrolment/log-sight-of-readers.use-case.js';
import { ReadersRepository } from '../enrolment/readers.repository.js';
import { seal } from '../sealed-text.adapter.js';
import { reachesContact } from './contact-in-reach.step.js';
import { addressFrom, toContactView, type ContactAsked } from './notice-contacts.http.js';
import { NoticeContactsRepository, type NewContact } from './notice-contacts.repository.js';

type Person = Pick<NewContact, 'schoolId' | 'whose' | 'readerId' | 'guardianId' | 'accountId'>;
const nobody = { readerId: null, guardianId: null, accountId: null } as const;

/** Somebody agrees to get notices at an address; it is kept encrypted, one for each person. */
@Injectable()
export class EnterContact {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Problem 400 for an address that is none, or unless one person is named; 422 for one out of reach; 409
   * `notice-contact.known`, `notice-contact.no-consent`
   */
  execute(caller: Caller, input: ContactAsked, request: DeskRequest | null): Promise<Answer> {
    const address = addressFrom(input.address);
    const { readerId, guardianId, accountId, consentHow, language = 'zh' } = input;
    if ([readerId, guardianId, accountId].filter((one) => one !== undefined).length !== 1)
      throw invalid({ pointer: '/readerId', code: 'one-person' });
    return this.oncePerKey.run(request, 201, async (tx) => {
      const person = await personNamed(tx, caller, input);
      const contacts = tx.use(NoticeContactsRepository);
      const id = newId();
      const sealed = seal(address, id);
      const consentOn = this.clock.today();
      const contact = { id, ...person, sealed, language, consentOn, consentHow, by: caller.id };
      if (!(await contacts.add(contact))) throw conflict('notice-contact.known');
      if (person.readerId !== null)
        await logSight(tx, this.clock.now(), caller, 'notice-contacts.create', {
          id: person.readerId,
          schoolId: person.schoolId,
        });
      const entered = await contacts.locked(id);
      if (entered === null) throw new Error('the contact is gone');
      return toContactView(entered, 'whole');
    });
  }
}

/** @throws Problem 422 out of reach, 409 `notice-contact.no-consent` */
async function personNamed(
  tx: Tx,
  caller: Caller,
  { schoolId: asked, readerId, guardianId, accountId }: ContactAsked,
): Promise<Person> {
  if (readerId !== undefined) {
    const reader = await tx.use(ReadersRepository).lockedOne(readerId as ReaderId);
    const isHere = reader?.presence.is === 'active';
    if (reader === null || !isHere || !reachesReader(caller.reach, { ...reader, readerId: reader.id }))
      throw unknownReference('/readerId');
    return { ...nobody, whose: 'reader', schoolId: reader.schoolId, readerId };
  }
  const contacts = tx.use(NoticeContactsRepository);
  if (guardianId !== undefined) {
    const guardian = await contacts.guardian(guardianId);
    if (guardian === null || !reachesContact(caller, { ...guardian, whose: 'guardian', accountId: null }))
      throw unknownReference('/guardianId');
    if (!guardian.agrees) throw conflict('notice-contact.no-consent');
    const { schoolId, readerId: pupil } = guardian;
    return { ...nobody, whose: 'guardian', schoolId, readerId: pupil, guardianId };
  }
  const schoolId = caller.schoolFor(asked);
  const person = { ...nobody, whose: 'teacher' as const, schoolId, accountId: accountId ?? '' };
  const inReach = reachesContact(caller, { ...person, classId: null });
  if (!inReach || !(await contacts.worksAt(person.accountId, schoolId))) throw unknownReference('/accountId');
  return person;
}
