import { Module } from '@nestjs/common';
import { DeskModule } from '../desk/desk.module.js';
import { CancelHold } from './cancel-hold.use-case.js';
import { ExpireHolds } from './expire-holds.use-case.js';
import { HoldRegisterController } from './hold-register.controller.js';
import { HoldRegisterQuery } from './hold-register.query.js';
import { HoldReviewsModule } from './hold-reviews.module.js';
import { HoldsController } from './holds.controller.js';
import { HoldsQuery } from './holds.query.js';
import { HoldsSchedule } from './holds.schedule.js';
import { PlaceHold } from './place-hold.use-case.js';
import { SuspendHold } from './suspend-hold.use-case.js';

@Module({
  imports: [HoldReviewsModule, DeskModule],
  controllers: [HoldsController, HoldRegisterController],
  providers: [CancelHold, ExpireHolds, HoldsQuery, HoldRegisterQuery, HoldsSchedule, PlaceHold, SuspendHold],
})
export class HoldsModule {}
