import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { OutgoingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  Caller,
  currentTrace,
  Health,
  KNOWS_UP_TO,
  LOG,
  Problem,
  ProblemDocuments,
  problemFrom,
  sendProblem,
  TokenVerifier,
  unknownThing,
} from '@shulian/service-kit';
import type { Log, RequestOfCaller } from '@shulian/service-kit';
import type { TokenClaims } from '@shulian/contracts/access';
import { allCheckedIn } from './checked-in.js';
import { EVENT_POSITION } from '../event-feed/event-position-in-document.js';
import type { FeedPoint } from '../event-feed/event-feed.query.js';
import { FeedPositions } from '../event-feed/feed-positions.js';
import { NameReaders } from '../named-readers/name-readers.js';
import { PrintNamedLists } from '../named-readers/print-named-lists.js';
import { JobsOfCounty } from '../jobs/jobs-of-county.js';
import { Allowances } from '../limits/allowances.js';
import { boundBody } from './slow-bodies.js';
import { isPublic, publicDoors } from './public-doors.js';
import { isUpload, MULTIPART, uploadDoors } from './uploads.js';
import { clientAddress } from '../limits/client-address.js';
import { signInName } from '../limits/sign-in-name.js';
import { FrontDoorSettings, UpstreamsOfCounty } from './front-door.settings.js';
import { passedBack, passedOn } from './passed-headers.js';
import {
  isLongAnswer,
  isBelowSegment,
  longRoutes,
  serviceNamed,
  serviceOfJob,
  segmentsOf,
  type ServiceName,
} from './routing-table.js';
import type { Answered, Upstream } from './upstream.client.js';

/** `HEAD` too: a route that Fastify makes of `GET` would tell the length of what we hold, which is no body, not the service's. */
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
const NOWHERE = {
  county: false,
  schools: new Set<string>(),
  classes: new Map<string, string>(),
  readers: new Set<string>(),
  roles: new Set<never>(),
};

type ServiceOf = (request: FastifyRequest) => ServiceName | null;
type Passing = RequestOfCaller & { signInWorked?: () => void };

/**
 * The one public door: checks the token, counts, and passes on. It is a pipe at the level of Fastify (speed rule 7); what
 * a caller may do is decided by the service, which checks the token again.
 */
@Injectable()
export class FrontDoor implements OnModuleInit, OnApplicationShutdown {
  private readonly callers = new WeakMap<TokenClaims, Caller>();
  private guards: ReturnType<typeof guardsOf> | undefined;

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly verifier: TokenVerifier,
    private readonly allowances: Allowances,
    private readonly health: Health,
    private readonly upstreams: UpstreamsOfCounty,
    private readonly settings: FrontDoorSettings,
    private readonly problems: ProblemDocuments,
    private readonly nameReaders: NameReaders,
    private readonly printNamedLists: PrintNamedLists,
    private readonly jobsOfCounty: JobsOfCounty,
    private readonly positions: FeedPositions,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async onModuleInit(): Promise<void> {
    this.health.alsoNeeds(async () => {
      const standings = [...this.upstreams.all].map(
        async ([name, upstream]) => [name, await upstream.standing()] as const,
      );
      return Object.fromEntries(await Promise.all(standings));
    });
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    // Not awaited: that would open the doors before Nest has put its handler of errors at the root.
    void fastify.register(async (scope) => this.open(scope));
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.upstreams.all.values()].map((upstream) => upstream.close()));
  }

  private open(scope: FastifyInstance): void {
    // Bodies are not looked into: small ones go on as they are, uploads as they come.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(MULTIPART, (request, payload, done) =>
      isUpload(request) ? done(null, payload) : done(new Problem(415, 'request.media-type')),
    );
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    // Nest's own handler stands at the root and knows nothing of routes beside its controllers.
    scope.setErrorHandler((error: unknown, request, reply) =>
      this.refuse(request, reply, problemFrom(error, this.log)),
    );
    scope.addHook('onRequest', (request, reply) => this.admit(request, reply));
    scope.addHook('preHandler', (request: Passing, _reply, done) => {
      this.countSignIn(request);
      done();
    });
    const route = (url: string, serviceOf: ServiceOf): void => {
      scope.route({
        method: [...METHODS],
        url,
        // Helmet would make its headers anew for every answer; `admit` says those it made once.
        helmet: false,
        handler: (request, reply) => this.pass(request, reply, serviceOf(request)),
      });
    };
    for (const [segment, service] of segmentsOf(allCheckedIn())) {
      route(`/api/v1/${segment}`, () => service);
      route(`/api/v1/${segment}/*`, () => service);
    }
    const ofJob: ServiceOf = (request) => serviceOfJob((request.params as { id: string }).id);
    scope.route({
      method: ['GET', 'HEAD'],
      url: '/api/v1/jobs',
      helmet: false,
      handler: (request, reply) => this.listJobs(request, reply),
    });
    route('/api/v1/jobs/:id', ofJob);
    route('/api/v1/jobs/:id/*', ofJob);
    const [eventsOfJob, report] = longRoutes;
    route(eventsOfJob, ofJob);
    route(report, () => 'reporting');
    const ofOperations: ServiceOf = (request) =>
      serviceNamed((request.params as { service: string }).service);
    route('/api/v1/operations/:service/*', ofOperations);
    const ofTheirOwn = new Map([...uploadDoors, ...publicDoors].map(({ url, service }) => [url, service]));
    for (const [url, service] of ofTheirOwn) if (isBelowSegment(url)) route(url, () => service);
    route('/oauth/token', () => 'readers');
    route('/.well-known/jwks.json', () => 'readers');
  }

  /** Before the body is read: a stranger uploads nothing. */
  private async admit(request: Passing, reply: FastifyReply): Promise<void> {
    void reply.headers((this.guards ??= guardsOf(reply)));
    boundBody(request, this.settings.bodyWithinMs, () =>
      this.refuse(request, reply, new Problem(408, 'request.too-slow')),
    );
    if (isPublic(request)) {
      if (request.method !== 'POST')
        void reply.headers(
          this.allowances.ofStranger(clientAddress(request.raw, this.settings.trustedProxies)),
        );
      return;
    }
    const claims = await this.verifier.verify(request.headers.authorization);
    let caller = this.callers.get(claims);
    if (caller === undefined) this.callers.set(claims, (caller = new Caller(claims, NOWHERE)));
    request.caller = caller;
    void reply.headers(this.allowances.ofCaller(claims.sub));
  }

  private refuse(request: FastifyRequest, reply: FastifyReply, problem: Problem): void {
    if (!reply.sent) sendProblem(this.problems, request, reply, problem);
  }

  private countSignIn(request: Passing): void {
    if (request.method !== 'POST' || !isPublic(request)) return;
    const { authorization, 'content-type': contentType } = request.headers;
    const name = signInName(authorization, contentType, request.body);
    const address = clientAddress(request.raw, this.settings.trustedProxies);
    request.signInWorked = this.allowances.ofSignIn(address, name);
  }

  private async pass(
    request: Passing,
    reply: FastifyReply,
    service: ServiceName | null,
  ): Promise<FastifyReply> {
    const upstream = service === null ? undefined : this.upstreams.all.get(service);
    if (upstream === undefined) throw unknownThing();
    const unnamed = this.nameReaders.pathWithoutInclude(request);
    const lines = this.printNamedLists.pathOfLines(request);
    const before = request.method === 'GET' ? await this.positions.now() : null;
    const told = await this.askOf(upstream, request, lines ?? unnamed ?? request.url);
    const answered = await this.named(request, told, { lines: lines !== null, names: unnamed !== null });
    if (answered.status < 300) request.signInWorked?.();
    const position = await this.positionOf(upstream.service, before, told);
    if (position !== null) void reply.header(EVENT_POSITION, String(position));
    return reply.code(answered.status).headers(passedBack(answered.headers)).send(answered.body);
  }

  /** Where in the feed an answer stands that programs read; null for all others. */
  private positionOf(
    service: ServiceName,
    before: FeedPoint | null,
    { status, headers }: Answered<unknown>,
  ): Promise<number | null> {
    const isRead = status === 200 && String(headers['content-type']).startsWith('application/json');
    if (before === null || !isRead) return Promise.resolve(null);
    const knowsUpTo = headers[KNOWS_UP_TO];
    return this.positions.of(service, before, typeof knowsUpTo === 'string' ? knowsUpTo : undefined);
  }

  /** Of the service that is named; else of all that have jobs. */
  private async listJobs(request: Passing, reply: FastifyReply): Promise<FastifyReply> {
    const { service } = request.query as { readonly service?: unknown };
    const named = typeof service === 'string' ? serviceNamed(service) : null;
    if (named !== null) return this.pass(request, reply, named);
    return reply.send(await this.jobsOfCounty.list(request));
  }

  /** With names, where the answer is one that has them and they were wished for. */
  private async named(
    request: Passing,
    told: Answered<Buffer> | Answered<Readable>,
    wished: { readonly lines: boolean; readonly names: boolean },
  ): Promise<Answered<Buffer | Readable>> {
    if (!isWhole(told)) return wished.lines ? this.printNamedLists.in(request, told) : told;
    return wished.names && request.method !== 'HEAD' ? this.nameReaders.in(request, told) : told;
  }

  private askOf(
    upstream: Upstream,
    request: Passing,
    path: string,
  ): Promise<Answered<Buffer> | Answered<Readable>> {
    const { method, body } = request;
    const headers = passedOn(request.headers, {
      'x-request-id': String(request.id),
      'x-forwarded-for': clientAddress(request.raw, this.settings.trustedProxies),
      traceparent: currentTrace()?.traceparent ?? '',
    });
    const input = { method, path, headers };
    const caller = request.caller?.id ?? clientAddress(request.raw, this.settings.trustedProxies);
    if (body instanceof Readable) return upstream.stream({ ...input, body }, request.raw, caller);
    const whole = Buffer.isBuffer(body) ? body : null;
    if (isLongAnswer(method, request.routeOptions.url, (request.query as { format?: unknown }).format))
      return upstream.stream({ ...input, body: whole }, request.raw, caller);
    return upstream.ask({ ...input, body: whole }, request.raw.socket, caller);
  }
}

/** Helmet's headers, the same for every answer: it is not asked for nonces. */
const guardsOf = (reply: FastifyReply): Readonly<OutgoingHttpHeaders> => {
  void reply.helmet();
  return { ...reply.raw.getHeaders() };
};

const isWhole = (answered: Answered<Buffer> | Answered<Readable>): answered is Answered<Buffer> =>
  Buffer.isBuffer(answered.body);
