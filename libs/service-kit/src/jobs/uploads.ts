import type { FastifyRequest } from 'fastify';
import { receiveForm, type ReceivedForm } from '../http/form.js';
import type { Jobs } from './jobs.js';

/** An uploaded file that waits in the job table, and the fields that came with it. */
export type Upload = ReceivedForm & { readonly jobId: string };

/**
 * Streams a form into a new job. The caller checks the fields, then queues the job, or discards it.
 * @throws Problem as `receiveForm`
 */
export async function receiveUpload(
  jobs: Jobs,
  request: FastifyRequest,
  kind: string,
  caller: string,
): Promise<Upload> {
  let jobId: string | undefined;
  try {
    const form = await receiveForm(request, async (file) => {
      jobId = await jobs.open(kind, caller);
      return jobs.receive(jobId, file);
    });
    return { ...form, jobId: jobId ?? '' };
  } catch (error) {
    if (jobId !== undefined) await jobs.discard(jobId);
    throw error;
  }
}
