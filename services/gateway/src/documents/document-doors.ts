import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { docsPage, docsPagePolicy } from './docs-page.js';
import { DocumentsOfCounty } from './documents-of-county.js';

/** `/docs` and `/asyncapi.json`, beside the API and therefore without its prefix. */
@Injectable()
export class DocumentDoors implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly documents: DocumentsOfCounty,
  ) {}

  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    fastify.get('/docs', (_request, reply) =>
      reply
        .header('content-type', 'text/html; charset=utf-8')
        .header('content-security-policy', docsPagePolicy)
        .send(docsPage),
    );
    fastify.get('/asyncapi.json', async (_request, reply) => {
      const text = await this.documents.asyncApi();
      if (text === null) return reply.callNotFound();
      return reply.header('content-type', 'application/json').send(text);
    });
  }
}
