import { Module } from '@nestjs/common';
import { EndRepair } from './end-repair.use-case.js';
import { HoldMendingSession } from './hold-mending-session.use-case.js';
import { MendingSessionsController } from './mending-sessions.controller.js';
import { MendingSessionsQuery } from './mending-sessions.query.js';
import { ReopenRepair } from './reopen-repair.use-case.js';
import { RepairsController } from './repairs.controller.js';
import { RepairsQuery } from './repairs.query.js';
import { TakeForRepair } from './take-for-repair.use-case.js';

@Module({
  controllers: [RepairsController, MendingSessionsController],
  providers: [RepairsQuery, TakeForRepair, EndRepair, ReopenRepair, MendingSessionsQuery, HoldMendingSession],
})
export class RepairModule {}
