import { Module } from '@nestjs/common';
import { LossesModule } from '../losses/losses.module.js';
import { CountStock } from './count-stock.use-case.js';
import { CountStockSchedule } from './count-stock.schedule.js';
import { EndCase } from './end-case.use-case.js';
import { LoanCasesController } from './loan-cases.controller.js';
import { LoanCasesQuery } from './loan-cases.query.js';
import { LossFiguresController } from './loss-figures.controller.js';
import { OpenCase } from './open-case.use-case.js';
import { ReopenCase } from './reopen-case.use-case.js';

@Module({
  imports: [LossesModule],
  controllers: [LoanCasesController, LossFiguresController],
  providers: [LoanCasesQuery, OpenCase, EndCase, ReopenCase, CountStock, CountStockSchedule],
})
export class LoanCasesModule {}
