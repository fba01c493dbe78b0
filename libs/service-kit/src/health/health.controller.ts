import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { register } from 'prom-client';
import { InternalRoute } from '../access/access.guard.js';
import { measureEvents } from './event-metrics.js';
import { Health } from './health.js';

@ApiExcludeController()
@InternalRoute()
@Controller()
export class HealthController {
  constructor(private readonly health: Health) {}

  @Get('healthz')
  alive(): { status: 'alive' } {
    return { status: 'alive' };
  }

  @Get('readyz')
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const readiness = await this.health.readiness();
    await reply.status(readiness.status === 'away' ? 503 : 200).send(readiness);
  }

  @Get('metrics')
  async metrics(@Res() reply: FastifyReply): Promise<void> {
    measureEvents(await this.health.readiness());
    await reply.header('content-type', register.contentType).send(await register.metrics());
  }
}
