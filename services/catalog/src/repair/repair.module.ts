import { Module } from '@nestjs/common';
import { EndRepair } from './end-repair.use-case.js';
import { ReopenRepair } from './reopen-repair.use-case.js';
import { RepairsController } from './repairs.controller.js';
import { RepairsQuery } from './repairs.query.js';
import { TakeForRepair } from './take-for-repair.use-case.js';

@Module({
  controllers: [RepairsController],
  providers: [RepairsQuery, TakeForRepair, EndRepair, ReopenRepair],
})
export class RepairModule {}
