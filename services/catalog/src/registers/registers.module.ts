import { Module } from '@nestjs/common';
import { CheckRegistersSchedule } from './check-registers.schedule.js';
import { CheckRegisters } from './check-registers.use-case.js';
import { ClassifiedQuery } from './classified.query.js';
import { ClosePeriod } from './close-period.use-case.js';
import { DifferingRegistersQuery } from './differing-registers.query.js';
import { HoldingsController } from './holdings.controller.js';
import { HoldingsQuery } from './holdings.query.js';
import { KindsQuery } from './kinds.query.js';
import { RegistersController } from './registers.controller.js';
import { RegistersQuery } from './registers.query.js';
import { SchoolNameQuery } from './school-name.query.js';

@Module({
  controllers: [RegistersController, HoldingsController],
  providers: [
    RegistersQuery,
    HoldingsQuery,
    KindsQuery,
    SchoolNameQuery,
    ClassifiedQuery,
    ClosePeriod,
    CheckRegisters,
    DifferingRegistersQuery,
    CheckRegistersSchedule,
  ],
})
export class RegistersModule {}
