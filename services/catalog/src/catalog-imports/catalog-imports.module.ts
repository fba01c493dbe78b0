import { Module } from '@nestjs/common';
import { JobsController } from '@shulian/service-kit';
import { FromReadersModule } from '../from-readers/from-readers.module.js';
import { CatalogImportsController } from './catalog-imports.controller.js';
import { ImportBatch } from './import-batch.use-case.js';
import { ImportRecords } from './import-records.use-case.js';
import { ImportsWorker } from './imports.worker.js';
import { QueueImport } from './queue-import.use-case.js';

@Module({
  imports: [FromReadersModule],
  controllers: [CatalogImportsController, JobsController],
  providers: [QueueImport, ImportRecords, ImportBatch, ImportsWorker],
})
export class CatalogImportsModule {}
