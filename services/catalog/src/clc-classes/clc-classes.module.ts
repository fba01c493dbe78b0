import { Module } from '@nestjs/common';
import { ClassWorkQuery } from './class-work.query.js';
import { ClcClassesController } from './clc-classes.controller.js';
import { ClcClassesQuery } from './clc-classes.query.js';
import { ClcTableWorker } from './clc-table.worker.js';
import { ImportClcTable } from './import-clc-table.use-case.js';
import { QueueClcTable } from './queue-clc-table.use-case.js';

@Module({
  controllers: [ClcClassesController],
  providers: [ClcClassesQuery, ClassWorkQuery, QueueClcTable, ImportClcTable, ClcTableWorker],
})
export class ClcClassesModule {}
