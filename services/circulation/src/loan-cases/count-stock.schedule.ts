import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OncePerDay } from '@shulian/service-kit';
import { CountStock } from './count-stock.use-case.js';

/** Counts the stock of all schools at night. */
@Injectable()
export class CountStockSchedule implements OnModuleInit {
  constructor(
    private readonly oncePerDay: OncePerDay,
    private readonly countStock: CountStock,
  ) {}

  onModuleInit(): void {
    this.oncePerDay.register('count-stock', async (day) => ({ schools: await this.countStock.execute(day) }));
  }
}
