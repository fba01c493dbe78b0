import { Module } from '@nestjs/common';
import { DueDaysSchedule } from './due-days.schedule.js';
import { MoveDueDays } from './move-due-days.use-case.js';
import { ReviewDueDays } from './review-due-days.use-case.js';

@Module({ providers: [ReviewDueDays, MoveDueDays, DueDaysSchedule] })
export class DueDaysModule {}
