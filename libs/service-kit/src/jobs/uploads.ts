import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { codeOf, isAway } from '../database/sql-state.js';
import { invalid, Problem } from '../problem/refused.js';
import type { Jobs } from './jobs.js';

type Multipart = FastifyRequest & {
  isMultipart(): boolean;
  parts(): AsyncIterable<MultipartFile | { type: 'field'; fieldname: string; value: unknown }>;
};

/** An uploaded file that waits in the job table, and the fields that came with it. */
export type Upload = {
  readonly jobId: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly fileName: string;
};

/** The parser of forms throws plain errors without any code: no boundary, a part that breaks off. */
const isBrokenForm = (error: unknown): boolean =>
  error instanceof Error &&
  !(error instanceof Problem) &&
  codeOf(error) === '' &&
  !isAway(error) &&
  error.name === 'Error';

/**
 * Streams `multipart/form-data` into a new job: one part `file`, at most 200 MB, and short text fields before or after.
 * The caller checks the fields, then queues the job, or discards it.
 * @throws Problem 415 without multipart, 400 without a file, 413 over the limit
 */
export async function receiveUpload(
  jobs: Jobs,
  request: FastifyRequest,
  kind: string,
  caller: string,
): Promise<Upload> {
  const multipart = request as Multipart;
  if (!multipart.isMultipart()) throw new Problem(415, 'request.media-type');
  const jobId = await jobs.open(kind, caller);
  try {
    const fields: Record<string, string> = {};
    let fileName: string | undefined;
    for await (const part of multipart.parts()) {
      if (part.type === 'field') fields[part.fieldname] = String(part.value);
      else if (part.fieldname !== 'file' || fileName !== undefined)
        throw invalid({ pointer: `/${part.fieldname}`, code: 'unexpected-file' });
      else {
        fileName = part.filename;
        const bytes = await jobs.receive(jobId, part.file);
        if (part.file.truncated) throw new Problem(413, 'request.too-large');
        if (bytes === 0) throw invalid({ pointer: '/file', code: 'empty' });
      }
    }
    if (fileName === undefined) throw invalid({ pointer: '/file', code: 'missing' });
    return { jobId, fields, fileName };
  } catch (error) {
    await jobs.discard(jobId);
    throw isBrokenForm(error) ? new Problem(400, 'request.unparsable') : error;
  }
}
