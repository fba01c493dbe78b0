import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobRunner } from '@shulian/service-kit';
import { ImportOneRoster } from './import-one-roster.use-case.js';
import { ImportRoster } from './import-roster.use-case.js';
import { ROSTER_KIND } from './roster-imports.http.js';

/** Hands the job runner what is done for a roster, before the service starts. */
@Injectable()
export class RostersWorker implements OnModuleInit {
  constructor(
    private readonly runner: JobRunner,
    private readonly importRoster: ImportRoster,
    private readonly importOneRoster: ImportOneRoster,
  ) {}

  onModuleInit(): void {
    this.runner.register(
      ROSTER_KIND,
      (job) =>
        job.parameters['kind'] === 'zip-of-csv'
          ? this.importOneRoster.execute(job)
          : this.importRoster.execute(job),
      ['reader', 'card', 'school_class'],
    );
  }
}
