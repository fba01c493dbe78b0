import multipart from '@fastify/multipart';
import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccessGuard } from '../access/access.guard.js';
import { unreadableInput } from '../http/readable-input.js';
import { validationAtTheDoor } from '../http/validation.js';
import { Answer } from '../idempotency/once-per-key.js';
import type { Log } from '../log/logger.js';
import { enterTrace, traceFrom } from '../log/trace.js';
import { ProblemDocuments } from '../problem/problem-document.js';
import { ProblemFilter, sendProblem } from '../problem/problem.filter.js';
import { Problem } from '../problem/refused.js';
import { requestMetrics } from './request-metrics.js';
import { isUnreadable } from './server-options.js';
import type { ServiceDefinition } from './service-definition.js';

/** What pages of other origins may send and read. Tokens are sent by the page itself: no cookie is ever taken. */
const forOtherPages = {
  methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
  allowedHeaders: [
    'accept-language',
    'authorization',
    'content-type',
    'idempotency-key',
    'if-match',
    'last-event-id',
    'x-request-id',
  ],
  exposedHeaders: [
    'content-disposition',
    'etag',
    'ratelimit',
    'ratelimit-policy',
    'retry-after',
    'x-as-of',
    'x-request-id',
  ],
  credentials: false,
  maxAge: 600,
};

/** What every request meets before a controller sees it, and what every answer passes. */
export async function openDoors(
  app: NestFastifyApplication,
  log: Log,
  { publicDoor, corsOrigins = [] }: Pick<ServiceDefinition, 'publicDoor' | 'corsOrigins'>,
): Promise<void> {
  const documents = app.get(ProblemDocuments);
  const fastify = app.getHttpAdapter().getInstance();
  // For browsers: what a service answers behind the gateway is seen by the gateway alone, which sets them itself.
  if (publicDoor === true) await app.register(helmet, { contentSecurityPolicy: false });
  if (corsOrigins.length > 0) app.enableCors({ ...forOtherPages, origin: [...corsOrigins] });
  await app.register(multipart, {
    limits: { fileSize: 200 * 1024 * 1024, files: 1, fields: 20, fieldSize: 65_536 },
  });
  fastify.setReplySerializer((payload: unknown) =>
    payload instanceof Answer ? payload.body : JSON.stringify(payload),
  );
  fastify.addHook('onRequest', (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
    enterTrace(traceFrom(request.id, request.headers['traceparent']));
    void reply.header('x-request-id', String(request.id));
    if (isUnreadable(request.raw))
      sendProblem(documents, request, reply, new Problem(400, 'request.unparsable'));
    else done();
  });
  fastify.addHook('onResponse', requestMetrics(log));
  // Whoever sends plain text is told so, instead of what the text lacks.
  fastify.removeContentTypeParser('text/plain');
  fastify.addHook(
    'preValidation',
    (request: FastifyRequest, _reply: FastifyReply, done: (refused?: Error) => void) =>
      done(unreadableInput(request)),
  );
  app.useGlobalFilters(new ProblemFilter(documents, log));
  app.useGlobalPipes(validationAtTheDoor());
  app.useGlobalGuards(app.get(AccessGuard));
}
