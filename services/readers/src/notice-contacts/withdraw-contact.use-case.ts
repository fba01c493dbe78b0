import { Injectable } from '@nestjs/common';
import { Transaction, unknownThing, type Caller } from '@shulian/service-kit';
import { reachesContact } from './contact-in-reach.step.js';
import { NoticeContactsRepository } from './notice-contacts.repository.js';

/** The consent is withdrawn: the contact is forgotten, and what waits for it finds nobody. */
@Injectable()
export class WithdrawContact {
  constructor(private readonly transaction: Transaction) {}

  /** @throws Problem 404 out of reach */
  async execute(caller: Caller, id: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      const contacts = tx.use(NoticeContactsRepository);
      const contact = await contacts.locked(id);
      if (contact === null || !reachesContact(caller, contact)) throw unknownThing();
      await contacts.remove(id);
    });
  }
}
