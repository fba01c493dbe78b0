import { Module } from '@nestjs/common';
import { CheckPassage } from './check-passage.use-case.js';
import { ExitGateController } from './exit-gate.controller.js';
import { ExitGateQuery } from './exit-gate.query.js';
import { SettleAlarm } from './settle-alarm.use-case.js';

@Module({
  controllers: [ExitGateController],
  providers: [ExitGateQuery, CheckPassage, SettleAlarm],
})
export class ExitGateModule {}
