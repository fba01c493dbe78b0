import { Module } from '@nestjs/common';
import { MarkOverdueLoans } from './mark-overdue-loans.use-case.js';
import { OverdueSchedule } from './overdue.schedule.js';

@Module({ providers: [MarkOverdueLoans, OverdueSchedule] })
export class OverdueModule {}
