import { Module } from '@nestjs/common';
import { FreshnessModule } from '../freshness/freshness.module.js';
import { ReportsController } from './reports.controller.js';
import { ReportsQuery } from './reports.query.js';

@Module({ imports: [FreshnessModule], controllers: [ReportsController], providers: [ReportsQuery] })
export class ReportsModule {}
