import { Module } from '@nestjs/common';
import { allEvents } from '@shulian/contracts';
import { LoanOverdueV1 } from '@shulian/contracts/circulation';
import {
  CalendarChangedV1,
  CardBlockedV1,
  CardIssuedV1,
  CardReplacedV1,
  ReaderReinstatedV1,
  ReaderSuspendedV1,
} from '@shulian/contracts/readers';
import type { ServiceDefinition } from '@shulian/service-kit';
import { migrations, projections } from './database.js';
import { FiguresModule } from './figures/figures.module.js';
import { FromCatalogModule } from './from-catalog/from-catalog.module.js';
import { FromCirculationModule } from './from-circulation/from-circulation.module.js';
import { FromReadersModule } from './from-readers/from-readers.module.js';
import { ReportsModule } from './reports/reports.module.js';
import { reportingStore, type ReportingStore } from './reporting.store.js';

/** Rooms that listen, and rooms that answer; reporting decides nothing. */
@Module({
  imports: [FromCatalogModule, FromReadersModule, FromCirculationModule, FiguresModule, ReportsModule],
})
export class ReportingModule {}

/** What the kit must know to run reporting. */
export const reportingService: ServiceDefinition<ReportingStore> = {
  name: 'reporting',
  module: ReportingModule,
  migrations,
  projections,
  storeFor: reportingStore,
  events: allEvents,
  ignores: {
    'from-circulation': [LoanOverdueV1.type],
    'from-readers': [
      CalendarChangedV1,
      CardIssuedV1,
      CardBlockedV1,
      CardReplacedV1,
      ReaderSuspendedV1,
      ReaderReinstatedV1,
    ].map(({ type }) => type),
  },
  problems: {
    'report.unknown': { zh: '没有这种报表', en: 'There is no such report' },
    'report.format-unsupported': { zh: '暂不支持该报表格式', en: 'Reports do not have this format yet' },
    'report.period-invalid': { zh: '统计时段不正确', en: 'The period is not right' },
  },
  about:
    'Figures and reports of schools and county, made of events alone, each with the moment it is true for.',
};
