import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OncePerDay } from '@shulian/service-kit';
import { EndTemporaryCards } from './end-temporary-cards.use-case.js';

/** Ends, once a day, the temporary cards whose last day has passed. */
@Injectable()
export class TemporaryCardsSchedule implements OnModuleInit {
  constructor(
    private readonly oncePerDay: OncePerDay,
    private readonly endTemporaryCards: EndTemporaryCards,
  ) {}

  onModuleInit(): void {
    this.oncePerDay.register('end-temporary-cards', async (day) => ({
      ended: await this.endTemporaryCards.execute(day),
    }));
  }
}
