import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { docsPageFiles, docsPagePolicy } from './docs-page.js';
import { DocumentsOfCounty } from './documents-of-county.js';
import { plainPagePolicy } from './plain-page.js';
import { allProblems, problemOf } from './problem-pages.js';
import { schemaOf } from './schema-pages.js';

type Shown = { readonly data: object; readonly html: string };

/** A page for who reads, data for a program. */
const show = (request: FastifyRequest, reply: FastifyReply, shown: Shown | null): FastifyReply | void => {
  if (shown === null) return reply.callNotFound();
  void reply.header('vary', 'accept');
  const { accept = '' } = request.headers;
  return accept.includes('text/html')
    ? reply
        .header('content-type', 'text/html; charset=utf-8')
        .header('content-security-policy', plainPagePolicy)
        .send(shown.html)
    : reply.header('content-type', 'application/json').send(JSON.stringify(shown.data));
};

const sendPageFile = (reply: FastifyReply, name: string): FastifyReply | void => {
  const file = docsPageFiles.get(name);
  if (file === undefined) return reply.callNotFound();
  return reply
    .header('content-type', file.type)
    .header('content-security-policy', docsPagePolicy)
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'no-cache')
    .send(file.content);
};

/** `/` leads to `/docs`; `/docs`, `/asyncapi.json`, `/problems/<code>` and `/schemas/<event type>`, beside the API and therefore without its prefix. */
@Injectable()
export class DocumentDoors implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly documents: DocumentsOfCounty,
  ) {}

  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    fastify.get('/', (_request, reply) => reply.redirect('/docs', 302));
    fastify.get('/docs', (_request, reply) => sendPageFile(reply, 'index.html'));
    fastify.get<{ Params: { name: string } }>('/docs/:name', (request, reply) =>
      sendPageFile(reply, request.params.name),
    );
    fastify.get('/problems', (request, reply) => show(request, reply, allProblems));
    fastify.get<{ Params: { code: string } }>('/problems/:code', (request, reply) =>
      show(request, reply, problemOf(request.params.code)),
    );
    fastify.get<{ Params: { type: string } }>('/schemas/:type', (request, reply) =>
      show(request, reply, schemaOf(request.params.type.replace(/\.schema\.json$/, ''))),
    );
    fastify.get('/asyncapi.json', async (_request, reply) => {
      const text = await this.documents.asyncApi();
      if (text === null) return reply.callNotFound();
      return reply.header('content-type', 'application/json').send(text);
    });
  }
}
