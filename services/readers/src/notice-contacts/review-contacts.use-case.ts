import { Injectable } from '@nestjs/common';
import type { CalendarDay } from '@shulian/contracts/ids';
import { Transaction } from '@shulian/service-kit';
import { seal, sealingKeyId, unseal } from '../sealed-text.adapter.js';
import { NoticeContactsRepository } from './notice-contacts.repository.js';

const SLICE = 200;

/** Once a day: who has left for a month is forgotten, and what an old key sealed is sealed with today's. */
@Injectable()
export class ReviewContacts {
  constructor(private readonly transaction: Transaction) {}

  async execute(
    today: CalendarDay,
    signal: AbortSignal,
  ): Promise<{ readonly forgotten: number; readonly resealed: number; readonly unreadable: number }> {
    const forgotten = await this.transaction.run((tx) =>
      tx.use(NoticeContactsRepository).removeOfLeavers(today),
    );
    let resealed = 0;
    let unreadable = 0;
    // Those whose key is gone stay as they are; those behind them are not to wait for them.
    let after: string | null = null;
    do {
      const from: string | null = after;
      const slice = await this.transaction.run(async (tx) => {
        const contacts = tx.use(NoticeContactsRepository);
        const old = await contacts.sealedBefore(sealingKeyId(), from, SLICE);
        let done = 0;
        for (const { id, ...sealed } of old) {
          const address = unseal(sealed, id);
          if (address === null) continue;
          await contacts.reseal(id, seal(address, id));
          done += 1;
        }
        return { found: old.length, done, last: old.length < SLICE ? null : (old.at(-1)?.id ?? null) };
      });
      resealed += slice.done;
      unreadable += slice.found - slice.done;
      after = slice.last;
    } while (after !== null && !signal.aborted);
    return { forgotten, resealed, unreadable };
  }
}
