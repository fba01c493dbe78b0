import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { codeOf, isAway } from '../database/sql-state.js';
import { invalid, Problem } from '../problem/refused.js';

type Multipart = FastifyRequest & {
  isMultipart(): boolean;
  parts(): AsyncIterable<MultipartFile | { type: 'field'; fieldname: string; value: unknown }>;
};

/** What came in a form: one file, and short text fields before or after. */
export type ReceivedForm = {
  readonly fields: Readonly<Record<string, string>>;
  readonly fileName: string;
  /** Bytes of the file. */
  readonly size: number;
};

/** The parser of forms throws plain errors without any code: no boundary, a part that breaks off. */
const isBrokenForm = (error: unknown): boolean =>
  error instanceof Error &&
  !(error instanceof Problem) &&
  codeOf(error) === '' &&
  !isAway(error) &&
  error.name === 'Error';

/**
 * Streams `multipart/form-data` with one part `file`, at most 200 MB.
 * @param take reads the file to its end and returns the number of its bytes
 * @throws Problem 415 without multipart, 400 without a file, 413 over the limit
 */
export async function receiveForm(
  request: FastifyRequest,
  take: (file: MultipartFile['file']) => Promise<number>,
): Promise<ReceivedForm> {
  const multipart = request as Multipart;
  if (!multipart.isMultipart()) throw new Problem(415, 'request.media-type');
  try {
    const fields: Record<string, string> = {};
    let fileName: string | undefined;
    let size = 0;
    for await (const part of multipart.parts()) {
      if (part.type === 'field') fields[part.fieldname] = String(part.value);
      else if (part.fieldname !== 'file' || fileName !== undefined)
        throw invalid({ pointer: `/${part.fieldname}`, code: 'unexpected-file' });
      else {
        fileName = part.filename;
        size = await take(part.file);
        if (part.file.truncated) throw new Problem(413, 'request.too-large');
        if (size === 0) throw invalid({ pointer: '/file', code: 'empty' });
      }
    }
    if (fileName === undefined) throw invalid({ pointer: '/file', code: 'missing' });
    return { fields, fileName, size };
  } catch (error) {
    throw isBrokenForm(error) ? new Problem(400, 'request.unparsable') : error;
  }
}

/** The only file of a form, in memory. @param most bytes. @throws Problem as `receiveForm` */
export async function fileOfForm(request: FastifyRequest, most: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  await receiveForm(request, async (file) => {
    let size = 0;
    for await (const piece of file as AsyncIterable<Buffer>) {
      size += piece.length;
      if (size > most) throw new Problem(413, 'request.too-large');
      pieces.push(piece);
    }
    return size;
  });
  return Buffer.concat(pieces);
}
