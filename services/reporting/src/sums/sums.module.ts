import { Module } from '@nestjs/common';
import { CompareSumsSchedule } from './compare-sums.schedule.js';
import { CompareSums } from './compare-sums.use-case.js';

@Module({ providers: [CompareSums, CompareSumsSchedule] })
export class SumsModule {}
