import { Module } from '@nestjs/common';
import { ForgetReaders } from './forget-readers.use-case.js';
import { ForgettingController } from './forgetting.controller.js';
import { ForgettingQuery } from './forgetting.query.js';
import { ForgettingSchedule } from './forgetting.schedule.js';
import { LegalHoldsController } from './legal-holds.controller.js';
import { LiftLegalHold } from './lift-legal-hold.use-case.js';
import { PlaceLegalHold } from './place-legal-hold.use-case.js';
import { PutForgettingPolicy } from './put-forgetting-policy.use-case.js';

@Module({
  controllers: [ForgettingController, LegalHoldsController],
  providers: [
    ForgettingQuery,
    PutForgettingPolicy,
    ForgetReaders,
    ForgettingSchedule,
    PlaceLegalHold,
    LiftLegalHold,
  ],
})
export class ForgettingModule {}
