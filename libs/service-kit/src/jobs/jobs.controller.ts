import { Controller, Get, Header, Headers, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { setTimeout as pause } from 'node:timers/promises';
import { Does, From } from '../access/access.guard.js';
import { Caller } from '../access/caller.js';
import { TokenVerifier } from '../access/token-verifier.js';
import { numberAfter, PageAsked, pageOf, type Page } from '../http/page.js';
import { languageOf, ProblemDocuments } from '../problem/problem-document.js';
import { denied, Problem, unknownThing } from '../problem/refused.js';
import { queryId } from '../http/id.js';
import { eventStream } from '../http/event-stream.js';
import { Job, JobProblemsPage, JobsAsked, JobsPage } from './jobs.http.js';
import { Jobs, type JobProblem, type JobView } from './jobs.js';

/** A proxy cuts a line that is silent for long. */
const ALIVE_MS = 15_000;
/** A follower signs in again after this long, as its token would have to. */
const LONGEST_MS = 3_600_000;

/** The doors of the job resource, for every service that has jobs; the matrix says who follows those of which service. */
@ApiTags('jobs')
@Controller('jobs')
export class JobsController {
  constructor(
    readonly jobs: Jobs,
    readonly documents: ProblemDocuments,
    readonly verifier: TokenVerifier,
  ) {}

  @Get()
  @Does('jobs.list')
  @ApiOkResponse({ type: JobsPage })
  async list(@From() caller: Caller, @Query() input: JobsAsked): Promise<Page<JobView>> {
    const { reach } = caller;
    if (input.service !== undefined && input.service !== this.jobs.service)
      return { items: [], nextCursor: null };
    if (input.schoolId !== undefined && !caller.mayWorkAt(input.schoolId)) throw denied();
    const own = reach.county ? null : [...reach.schools, ...reach.classes.values()];
    const found = await this.jobs.list({
      schools: input.schoolId === undefined ? own : [input.schoolId],
      kind: input.kind,
      status: input.status,
      before: queryId('cursor', input.cursor),
      limit: input.limit + 1,
    });
    const items = found.slice(0, input.limit);
    const last = items.at(-1);
    return {
      items,
      nextCursor: found.length > input.limit && last !== undefined ? this.jobs.bareId(last.id) : null,
    };
  }

  @Get(':id')
  @Does('jobs.read')
  @ApiOkResponse({ type: Job })
  read(@From() caller: Caller, @Param('id') id: string): Promise<JobView> {
    return this.visible(caller, id);
  }

  @Post(':id/cancellation')
  @HttpCode(200)
  @Does('jobs.cancel')
  @ApiOkResponse({ type: Job })
  async cancel(@From() caller: Caller, @Param('id') id: string): Promise<JobView> {
    await this.visible(caller, id);
    const ended = await this.jobs.cancel(id);
    const job = await this.jobs.view(id);
    // Pressed twice it is cancelled all the same; what came to its end by itself cannot be taken back.
    if (!ended && job.status !== 'cancelled')
      throw new Problem(409, 'job.ended', { facts: { status: job.status } });
    return job;
  }

  @Get(':id/problems')
  @Does('jobs.problems')
  @ApiOkResponse({ type: JobProblemsPage })
  async problems(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: PageAsked,
    @Headers('accept-language') languages?: string,
  ): Promise<Page<JobProblem & { readonly title: string }>> {
    await this.visible(caller, id);
    const after = numberAfter(input.cursor);
    const rows = await this.jobs.problems(id, after, input.limit + 1);
    return pageOf(
      rows,
      input.limit,
      ({ n: _n, ...problem }) => ({
        ...problem,
        title: this.documents.titleOf(problem.code, languageOf(languages)),
      }),
      (row) => [row.n],
    );
  }

  @Get(':id/events')
  @Header('cache-control', 'no-store')
  @Does('jobs.follow')
  @ApiOkResponse(
    eventStream(
      'event: progress\ndata: {"id":"catalog-019f2f6e-5c1a-7a3b-9c4d-2e5f60718293","status":"running","progress":{"done":120,"total":3000}}\n\n',
    ),
  )
  async events(
    @From() caller: Caller,
    @Param('id') id: string,
    @Req() { method, headers }: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    let job = await this.visible(caller, id);
    if (method === 'HEAD') return void reply.header('content-type', 'text/event-stream').send();
    reply.hijack();
    const out = reply.raw;
    out.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    let said = '';
    let saidAt = Date.now();
    let verifiedAt = saidAt;
    const until = saidAt + LONGEST_MS;
    try {
      while (!out.destroyed && Date.now() < until) {
        const words = JSON.stringify(job);
        if (words !== said) out.write(`event: progress\ndata: ${words}\n\n`);
        else if (Date.now() - saidAt > ALIVE_MS) out.write(': alive\n\n');
        if (words !== said || Date.now() - saidAt > ALIVE_MS) saidAt = Date.now();
        said = words;
        if (!['queued', 'running'].includes(job.status)) break;
        await pause(250);
        if (Date.now() - verifiedAt > ALIVE_MS) {
          // The account may have been closed meanwhile, or the token may have run out.
          if (!(await this.verifier.verify(headers.authorization).then(Boolean, () => false))) break;
          verifiedAt = Date.now();
        }
        job = await this.jobs.view(id);
      }
    } finally {
      // Whatever happens, also a database that is away: the client asks again.
      out.end();
    }
  }

  private visible(caller: Caller, id: string): Promise<JobView> {
    return visibleJob(this.jobs, caller, id);
  }
}

/**
 * A job of another school, or of nobody's school started by someone else, does not exist for the caller.
 * @throws Problem 404
 */
export async function visibleJob(jobs: Jobs, caller: Caller, id: string): Promise<JobView> {
  const job = await jobs.view(id);
  if (job.schoolId === null ? !caller.reach.county : !caller.mayWorkAt(job.schoolId)) throw unknownThing();
  return job;
}
