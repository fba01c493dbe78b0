import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobOutputs, JobRunner } from '@shulian/service-kit';
import { EXPORT_KIND } from './catalog-exports.http.js';
import { MakeExport } from './make-export.use-case.js';

/** Hands the kit what is done for an export, and to whom its file is given, before the service starts. */
@Injectable()
export class ExportsWorker implements OnModuleInit {
  constructor(
    private readonly runner: JobRunner,
    private readonly outputs: JobOutputs,
    private readonly makeExport: MakeExport,
  ) {}

  onModuleInit(): void {
    this.runner.register(EXPORT_KIND, (job) => this.makeExport.execute(job));
    // Titles and copies tell of nobody: whoever sees the job may have them.
    this.outputs.register(EXPORT_KIND, () => true);
  }
}
