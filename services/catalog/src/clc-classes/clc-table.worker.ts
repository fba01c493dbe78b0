import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobRunner } from '@shulian/service-kit';
import { CLC_TABLE_KIND } from './clc-classes.http.js';
import { ImportClcTable } from './import-clc-table.use-case.js';

/** Hands the job runner what is done for a table of classes, before the service starts. */
@Injectable()
export class ClcTableWorker implements OnModuleInit {
  constructor(
    private readonly runner: JobRunner,
    private readonly importTable: ImportClcTable,
  ) {}

  onModuleInit(): void {
    this.runner.register(CLC_TABLE_KIND, (job) => this.importTable.execute(job), ['clc_class']);
  }
}
