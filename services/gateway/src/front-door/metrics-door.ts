import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ProblemDocuments, sendProblem, unknownThing } from '@shulian/service-kit';
import type { FastifyInstance } from 'fastify';
import { isOfOwnMachine } from './own-machine.js';

/**
 * The gateway's port is public, its measures are not: which routes are busy and what is parked is for who runs the county.
 * From elsewhere the page does not exist. `/healthz` and `/readyz` stay open: balancers ask for them.
 */
@Injectable()
export class MetricsDoor implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly problems: ProblemDocuments,
  ) {}

  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    fastify.addHook('onRequest', (request, reply, done) => {
      // The route and not the path: a path has many ways to be written.
      if (request.routeOptions.url !== '/metrics' || isOfOwnMachine(request.raw)) return done();
      sendProblem(this.problems, request, reply, unknownThing());
    });
  }
}
