import type { FastifyRequest } from 'fastify';
import { isUpload } from './uploads.js';

/**
 * A body that is held in memory must be here in time. Uploads go on as they come and have the time of a whole request;
 * how many of them one caller sends at once is bounded.
 * @param late called once, when it is not; the connection is cut after the answer
 */
export function boundBody(request: FastifyRequest, withinMs: number, late: () => void): void {
  const { raw, headers } = request;
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
  if (!hasBody || isUpload(request)) return;
  const timer = setTimeout(() => {
    late();
    // Time for the answer to go out; what still comes is not read.
    setTimeout(() => raw.destroy(), 100);
  }, withinMs);
  const inTime = (): void => clearTimeout(timer);
  raw.once('end', inTime).once('close', inTime);
}
