import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobRunner } from '@shulian/service-kit';
import { ImportRoster } from './import-roster.use-case.js';
import { ROSTER_KIND } from './roster-imports.http.js';

/** Hands the job runner what is done for a roster, before the service starts. */
@Injectable()
export class RostersWorker implements OnModuleInit {
  constructor(
    private readonly runner: JobRunner,
    private readonly importRoster: ImportRoster,
  ) {}

  onModuleInit(): void {
    this.runner.register(ROSTER_KIND, (job) => this.importRoster.execute(job), [
      'reader',
      'card',
      'school_class',
    ]);
  }
}
