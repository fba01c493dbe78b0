import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { plainUrl } from '../http/plain-url.js';
import { readAgain } from '../http/unescaped-address.js';
import { newId } from '../ids/new-id.js';
import { requestIdFrom } from '../log/trace.js';
import { ProblemDocuments } from '../problem/problem-document.js';
import { sendProblem } from '../problem/problem.filter.js';
import { Problem, unknownThing } from '../problem/refused.js';
import { codeOf } from '../database/sql-state.js';

const unreadable = new WeakSet<IncomingMessage>();

/** Whether the address of a request could not be read; it goes no further than the first hook. */
export const isUnreadable = (request: IncomingMessage): boolean => unreadable.has(request);

/** What is known of HTTP before there is an application, and of requests that never reach it. */
export const serverOptions = {
  bodyLimit: 1_048_576,
  // Time for a whole request, uploads of 200 MB over a school's line included; headers have their own, shorter limit.
  requestTimeout: 900_000,
  keepAliveTimeout: 75_000,
  // Whoever takes nothing of an answer for so long, or sends nothing of a question, is gone. Streams say something sooner.
  connectionTimeout: 120_000,
  routerOptions: { maxParamLength: 200 },
  genReqId: (request: { headers: Record<string, unknown> }): string =>
    requestIdFrom(request.headers['x-request-id']),
  rewriteUrl(request: { url?: string | undefined }): string {
    const plain = plainUrl(request.url ?? '');
    if (plain !== null) return plain;
    unreadable.add(request as IncomingMessage);
    return '/';
  },
  /** A parameter that is longer than any id of ours: there is no such thing. */
  frameworkErrors(_error: Error, request: FastifyRequest, reply: FastifyReply): void {
    void reply.header('x-request-id', String(request.id));
    sendProblem(early, request, reply, unknownThing());
  },
  clientErrorHandler(this: { server: Server }, error: Error & { rawPacket?: unknown }, socket: Socket): void {
    if (codeOf(error) === 'HPE_INVALID_URL' && readAgain(this.server, socket, error.rawPacket as Buffer))
      return;
    if (!socket.writable || codeOf(error) === 'ECONNRESET') return void socket.destroy(error);
    socket.end(rawAnswer(problemOfConnection(codeOf(error))), () => socket.destroy());
  },
};

/** Titles that every service has. */
const early = new ProblemDocuments();

const problemOfConnection = (code: string): Problem => {
  if (code === 'HPE_HEADER_OVERFLOW') return new Problem(431, 'request.too-large');
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return new Problem(408, 'request.too-slow');
  return new Problem(400, 'request.unparsable');
};

/** What is no HTTP gets a problem document all the same; its language nobody could read. */
function rawAnswer(problem: Problem): string {
  const body = JSON.stringify(early.of(problem, 'zh', newId()));
  return [
    `HTTP/1.1 ${problem.status} Refused`,
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
    '',
    body,
  ].join('\r\n');
}
