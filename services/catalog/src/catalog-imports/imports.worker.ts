import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobRunner } from '@shulian/service-kit';
import { IMPORT_KIND } from './catalog-imports.http.js';
import { ImportRecords } from './import-records.use-case.js';

/** Hands the job runner what is done for an import, before the service starts. */
@Injectable()
export class ImportsWorker implements OnModuleInit {
  constructor(
    private readonly runner: JobRunner,
    private readonly importRecords: ImportRecords,
  ) {}

  onModuleInit(): void {
    this.runner.register(IMPORT_KIND, (job) => this.importRecords.execute(job), ['title', 'copy']);
  }
}
