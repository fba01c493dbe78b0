import { Module } from '@nestjs/common';
import { JobOutputsController } from '@shulian/service-kit';
import { FromReadersModule } from '../from-readers/from-readers.module.js';
import { CatalogExportsController } from './catalog-exports.controller.js';
import { ExportsWorker } from './exports.worker.js';
import { MakeExport } from './make-export.use-case.js';
import { QueueExport } from './queue-export.use-case.js';

@Module({
  imports: [FromReadersModule],
  controllers: [CatalogExportsController, JobOutputsController],
  providers: [QueueExport, MakeExport, ExportsWorker],
})
export class CatalogExportsModule {}
