import { Module } from '@nestjs/common';
import { AnnounceDueNotices } from './announce-due-notices.use-case.js';
import { DueNoticesSchedule } from './due-notices.schedule.js';

@Module({ providers: [AnnounceDueNotices, DueNoticesSchedule] })
export class DueNoticesModule {}
