import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OncePerDay } from '@shulian/service-kit';
import { RunSeries } from './run-series.use-case.js';

/** Looks once a day after the contests of every month and year. */
@Injectable()
export class ContestSeriesSchedule implements OnModuleInit {
  constructor(
    private readonly oncePerDay: OncePerDay,
    private readonly runSeries: RunSeries,
  ) {}

  onModuleInit(): void {
    this.oncePerDay.register('run-contest-series', (day) => this.runSeries.execute(day));
  }
}
