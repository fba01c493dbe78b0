import { createHash } from 'node:crypto';
import type { RequestOfCaller } from '../access/access.guard.js';
import type { Caller } from '../access/caller.js';
import { hashBody, type Answer, type DeskRequest, type OncePerKey } from '../idempotency/once-per-key.js';
import type { Jobs } from './jobs.js';
import { receiveUpload, type Upload } from './uploads.js';

/** What the job of an upload is queued with. */
export type ReadyToRun = {
  readonly schoolId: string | null;
  readonly parameters: Readonly<Record<string, unknown>>;
};

/**
 * Takes an uploaded file in and queues its job, once per idempotency key; answers 202 with the job.
 * @param readyToRun what is wrong with the request is said here and now, not by the job: its problems throw the file away
 */
export async function queueUpload(
  jobs: Jobs,
  oncePerKey: OncePerKey,
  input: {
    readonly kind: string;
    readonly caller: Caller;
    readonly request: RequestOfCaller;
    readonly once: DeskRequest | null;
  },
  readyToRun: (upload: Upload) => Promise<ReadyToRun>,
): Promise<Answer> {
  const { kind, caller, request, once } = input;
  const upload = await receiveUpload(jobs, request, kind, caller.id);
  try {
    const { schoolId, parameters } = await readyToRun(upload);
    // The same key with other bytes is another request, whatever the file is called.
    const key = once && {
      ...once,
      bodyHash: hashBody(kind, { ...upload.fields, digest: await digestOf(jobs, upload.jobId) }),
    };
    // The job and the memory of its key are one commit; only then is there something to run.
    const answer = await oncePerKey.run(key, 202, (tx) =>
      jobs.queue(upload.jobId, schoolId, parameters, tx.session),
    );
    if (answer.replayed) await jobs.discard(upload.jobId);
    else jobs.signal.raise();
    return answer;
  } catch (error) {
    await jobs.discard(upload.jobId);
    throw error;
  }
}

async function digestOf(jobs: Jobs, jobId: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of jobs.bytes(jobId)) hash.update(bytes);
  return hash.digest('hex');
}
