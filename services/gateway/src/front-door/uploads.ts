import type { FastifyRequest } from 'fastify';
import { allCheckedIn } from './checked-in.js';
import { uploadsOf, type ServiceRoute } from './routing-table.js';

/** As senders write it: media types have no case (RFC 9110 §8.3.1). */
export const MULTIPART = /^multipart\//i;

export const uploadDoors: readonly ServiceRoute[] = uploadsOf(allCheckedIn());
const taken: ReadonlySet<string> = new Set(uploadDoors.map(({ method, url }) => `${method} ${url}`));

/** Whether a body goes on as it comes: by the route that was matched, and only when the body has parts, of which one is a file. */
export const isUpload = ({ method, routeOptions, headers }: FastifyRequest): boolean =>
  taken.has(`${method} ${routeOptions.url ?? ''}`) && MULTIPART.test(headers['content-type'] ?? '');
