import { Injectable } from '@nestjs/common';
import type { CalendarDay } from '@shulian/contracts/ids';
import { Clock, Transaction } from '@shulian/service-kit';
import { ReadersRepository } from '../enrolment/readers.repository.js';
import { CardsRepository } from './cards.repository.js';
import { changeCards } from './change-cards.step.js';
import { blockedCard } from './rules/card.js';

const SLICE = 200;

/** Temporary cards whose last day has passed borrow no more, some at a time; who takes one back meanwhile keeps it. */
@Injectable()
export class EndTemporaryCards {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** @returns how many cards ended */
  async execute(today: CalendarDay = this.clock.today()): Promise<number> {
    let ended = 0;
    for (;;) {
      const slice = await this.transaction.run(async (tx) => {
        const seen = await tx.use(CardsRepository).expired(today, SLICE);
        const readers = await tx.use(ReadersRepository).locked(seen.map(({ readerId }) => readerId));
        const cards = (await tx.use(CardsRepository).lockedAll(seen.map(({ id }) => id))).filter(
          ({ state }) => state.is === 'active',
        );
        await changeCards(
          tx,
          readers,
          cards.map((card) => blockedCard(card, 'returned', today)),
        );
        return { seen: seen.length, ended: cards.length };
      });
      ended += slice.ended;
      if (slice.seen < SLICE) return ended;
    }
  }
}
