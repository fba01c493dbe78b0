import { Injectable } from '@nestjs/common';
import {
  Jobs,
  OncePerKey,
  Problem,
  queueUpload,
  type Answer,
  type Caller,
  type DeskRequest,
  type RequestOfCaller,
} from '@shulian/service-kit';
import { fileKindOf } from '../catalog-imports/file-kind.format.js';
import { CLC_TABLE_KIND } from './clc-classes.http.js';

/** Takes the schedules in as a file, and queues their import. */
@Injectable()
export class QueueClcTable {
  constructor(
    private readonly jobs: Jobs,
    private readonly oncePerKey: OncePerKey,
  ) {}

  /** @throws Problem 400, 413, 415 `import.format-unsupported` */
  execute(caller: Caller, request: RequestOfCaller, once: DeskRequest | null): Promise<Answer> {
    return queueUpload(
      this.jobs,
      this.oncePerKey,
      { kind: CLC_TABLE_KIND, caller, request, once },
      async ({ jobId }) => {
        if ((await fileKindOf(this.jobs.bytes(jobId))) !== 'text')
          throw new Problem(415, 'import.format-unsupported');
        return { schoolId: null, parameters: {} };
      },
    );
  }
}
