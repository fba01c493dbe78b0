import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobRunner } from '@shulian/service-kit';
import { ARCHIVE_IMPORT_KIND } from './archive-imports.http.js';
import { ImportArchiveList } from './import-archive-list.use-case.js';

/** Hands the job runner what is done for a list of an archive, before the service starts. */
@Injectable()
export class ArchiveImportsWorker implements OnModuleInit {
  constructor(
    private readonly runner: JobRunner,
    private readonly importList: ImportArchiveList,
  ) {}

  onModuleInit(): void {
    this.runner.register(ARCHIVE_IMPORT_KIND, (job) => this.importList.execute(job), ['archive_file']);
  }
}
