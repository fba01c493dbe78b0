import { Controller, Get, Header, Param, Query, Res, type Type } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Operation } from '@shulian/contracts/access';
import type { FastifyReply } from 'fastify';
import { setTimeout as pause } from 'node:timers/promises';
import { Does, From } from '../access/access.guard.js';
import { Caller } from '../access/caller.js';
import { numberAfter, PageAsked, pageOf, type Page } from '../http/page.js';
import { unknownThing } from '../problem/refused.js';
import { Jobs, type JobProblem, type JobView } from './jobs.js';

/** A proxy cuts a line that is silent for long. */
const ALIVE_MS = 15_000;
/** A follower signs in again after this long, as its token would have to. */
const LONGEST_MS = 3_600_000;

/** The doors of the job resource, for a service whose operation `operation` reads its jobs. */
export function jobsControllerFor(operation: Operation): Type {
  @ApiTags('jobs')
  @Controller('jobs')
  class JobsController {
    constructor(readonly jobs: Jobs) {}

    @Get(':id')
    @Does(operation, 'How a job stands: status, progress, result.')
    read(@From() caller: Caller, @Param('id') id: string): Promise<JobView> {
      return this.visible(caller, id);
    }

    @Get(':id/problems')
    @Does(operation, 'The rows of the file that were not taken, with place and reason.')
    async problems(
      @From() caller: Caller,
      @Param('id') id: string,
      @Query() asked: PageAsked,
    ): Promise<Page<JobProblem>> {
      await this.visible(caller, id);
      const after = numberAfter(asked.cursor);
      const rows = await this.jobs.problems(id, after, asked.limit + 1);
      return pageOf(
        rows,
        asked.limit,
        ({ n: _n, ...problem }) => problem,
        (row) => [row.n],
      );
    }

    @Get(':id/events')
    @Header('cache-control', 'no-store')
    @Does(operation, 'The progress of a job as server-sent events, until it ends.')
    async events(@From() caller: Caller, @Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
      let job = await this.visible(caller, id);
      reply.hijack();
      const out = reply.raw;
      out.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      let said = '';
      let saidAt = Date.now();
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
          job = await this.jobs.view(id);
        }
      } finally {
        // Whatever happens, also a database that is away: the client asks again.
        out.end();
      }
    }

    /** A job of another school, or of nobody's school started by someone else, does not exist for the caller. */
    private async visible(caller: Caller, id: string): Promise<JobView> {
      const job = await this.jobs.view(id);
      if (job.schoolId === null ? !caller.reach.county : !caller.mayWorkAt(job.schoolId))
        throw unknownThing();
      return job;
    }
  }
  return JobsController;
}
