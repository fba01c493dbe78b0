import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ProblemCode } from '@shulian/contracts/problems';
import { codeOf, isAway, isLockTimeout, mayWorkAgain } from '../database/sql-state.js';
import { FilesAway } from './files-away.js';
import { currentTrace } from '../log/trace.js';
import type { Log } from '../log/logger.js';
import { languageOf, type ProblemDocuments } from './problem-document.js';
import { Problem } from './refused.js';

const codeOfStatus: Readonly<Record<number, ProblemCode>> = {
  400: 'request.unparsable',
  401: 'authentication.required',
  403: 'permission.denied',
  404: 'resource.unknown',
  405: 'resource.unknown',
  406: 'request.media-type',
  413: 'request.too-large',
  415: 'request.media-type',
  429: 'rate.limited',
  503: 'service.away',
};

/** The one place where errors become answers; what we did not expect is a 500 without details. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly documents: ProblemDocuments,
    private readonly log: Log,
  ) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendProblem(this.documents, http.getRequest(), http.getResponse(), this.problemOf(thrown));
  }

  problemOf(thrown: unknown): Problem {
    return problemFrom(thrown, this.log);
  }
}

/** Sends an RFC 9457 document in the language of the request. */
export function sendProblem(
  documents: ProblemDocuments,
  request: FastifyRequest,
  reply: FastifyReply,
  problem: Problem,
): void {
  const document = documents.of(problem, languageOf(request.headers['accept-language']), String(request.id));
  if (problem.extras.retryAfterSeconds !== undefined)
    void reply.header('retry-after', String(problem.extras.retryAfterSeconds));
  if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
  void reply
    .status(problem.status)
    .header('content-type', 'application/problem+json')
    .send(JSON.stringify(document));
}

/** What an error is at the door. Unexpected ones are logged, and say nothing about themselves outside. */
export function problemFrom(thrown: unknown, log: Log): Problem {
  if (thrown instanceof Problem) return thrown;
  const status = thrown instanceof HttpException ? thrown.getStatus() : fastifyStatus(thrown);
  if (status !== undefined && status >= 400 && status < 500)
    return new Problem(status, codeOfStatus[status] ?? 'request.invalid');
  if (thrown instanceof FilesAway) {
    log.warn({ err: thrown, requestId: currentTrace()?.requestId }, 'the store of files is away');
    return new Problem(503, 'service.away', { retryAfterSeconds: 5 });
  }
  if (isAway(thrown) || isLockTimeout(thrown) || mayWorkAgain(thrown)) {
    log.warn({ err: thrown, requestId: currentTrace()?.requestId }, 'the database is away');
    return new Problem(503, 'service.away', { retryAfterSeconds: 2 });
  }
  // A value the database cannot hold (out of range, no such day, NUL in a text) came from the request: doors check what
  // they know of, this is the net below them.
  if (/^22(P0[25]|003|007|008|021)$/.test(codeOf(thrown))) {
    log.warn({ err: thrown, requestId: currentTrace()?.requestId }, 'a value passed the door unchecked');
    return new Problem(400, 'request.invalid');
  }
  log.error({ err: thrown, requestId: currentTrace()?.requestId }, 'unexpected error');
  return new Problem(500, 'service.failed');
}

function fastifyStatus(thrown: unknown): number | undefined {
  const status = (thrown as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : undefined;
}
