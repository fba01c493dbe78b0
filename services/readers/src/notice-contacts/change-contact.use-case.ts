import { Injectable } from '@nestjs/common';
import {
  Clock,
  OncePerKey,
  refuseIfStale,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { logSight } from '../enrolment/log-sight-of-readers.use-case.js';
import { seal } from '../sealed-text.adapter.js';
import { reachesContact } from './contact-in-reach.step.js';
import { addressFrom, toContactView, type ContactChange } from './notice-contacts.http.js';
import { NoticeContactsRepository } from './notice-contacts.repository.js';

/** Another address, or another language. */
@Injectable()
export class ChangeContact {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 for an address that is none, 404 out of reach, 412 stale */
  execute(
    caller: Caller,
    id: string,
    version: number,
    input: ContactChange,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const address = input.address ?? null;
    const sealed = address === null ? null : seal(addressFrom(address), id);
    return this.oncePerKey.run(request, 200, async (tx) => {
      const contacts = tx.use(NoticeContactsRepository);
      const before = await contacts.locked(id);
      if (before === null || !reachesContact(caller, before)) throw unknownThing();
      refuseIfStale(version, before.version);
      const kept = sealed ?? { bytes: before.address, keyId: before.keyId };
      const language = input.language ?? before.language;
      const changed = { id, sealed: kept, language, version: before.version + 1 };
      await contacts.change(changed);
      if (before.readerId !== null)
        await logSight(tx, this.clock.now(), caller, 'notice-contacts.change', {
          id: before.readerId,
          schoolId: before.schoolId,
        });
      const after = { ...before, address: kept.bytes, keyId: kept.keyId, language, version: changed.version };
      return toContactView(after, 'whole');
    });
  }
}
