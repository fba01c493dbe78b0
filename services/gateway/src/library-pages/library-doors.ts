import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { RequestOfCaller } from '@shulian/service-kit';
import { plainPagePolicy } from '../documents/plain-page.js';
import { OnBehalf } from '../front-door/on-behalf.client.js';
import { FrontDoorSettings } from '../front-door/front-door.settings.js';
import { Allowances } from '../limits/allowances.js';
import { clientAddress } from '../limits/client-address.js';
import {
  librariesHtml,
  libraryHtml,
  type LibraryNamed,
  type LibraryPage,
  type MessageShown,
  type WeekOfClass,
} from './library-html.js';

const AWAY = { zh: '主页暂不可用，请稍后再来', en: 'The page is not available now' } as const;

/** `/library` and `/library/<school>`: the pages of libraries for who reads them, beside the API and without signing in (GTW-001). */
@Injectable()
export class LibraryDoors implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly onBehalf: OnBehalf,
    private readonly allowances: Allowances,
    private readonly settings: FrontDoorSettings,
  ) {}

  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    fastify.get<{ Querystring: { cursor?: string } }>('/library', (request, reply) => {
      const { cursor } = request.query;
      const after = typeof cursor === 'string' ? `&cursor=${encodeURIComponent(cursor)}` : '';
      return this.show<{ items: LibraryNamed[]; nextCursor: string | null }>(
        request,
        reply,
        `library-pages?limit=50${after}`,
        ({ items, nextCursor }) => librariesHtml(items, nextCursor),
      );
    });
    fastify.get<{ Params: { schoolId: string } }>('/library/:schoolId', (request, reply) =>
      this.show<LibraryPage>(
        request,
        reply,
        `library-pages/${encodeURIComponent(request.params.schoolId)}`,
        async (page) => {
          const { schoolId } = request.params;
          const weeks = await this.weeksOf(request, schoolId);
          return libraryHtml(page, weeks, await this.messagesOf(request, schoolId));
        },
      ),
    );
  }

  /** None where the school has published none, or circulation is away: the page is read all the same. */
  private async weeksOf(request: RequestOfCaller, schoolId: string): Promise<readonly WeekOfClass[]> {
    const path = `public-class-weeks?limit=100&schoolId=${encodeURIComponent(schoolId)}`;
    const told = await this.onBehalf.ask(request, 'circulation', { method: 'GET', path });
    return told?.status === 200 ? (told.body as { items: WeekOfClass[] }).items : [];
  }

  /** The newest ones; none where they cannot be had. */
  private async messagesOf(request: RequestOfCaller, schoolId: string): Promise<readonly MessageShown[]> {
    const path = `library-pages/${encodeURIComponent(schoolId)}/messages?limit=20`;
    const told = await this.onBehalf.ask(request, 'activities', { method: 'GET', path });
    return told?.status === 200 ? (told.body as { items: MessageShown[] }).items : [];
  }

  private async show<Body>(
    request: RequestOfCaller,
    reply: FastifyReply,
    path: string,
    html: (body: Body) => string | Promise<string>,
  ): Promise<FastifyReply | void> {
    void reply.headers(this.allowances.ofStranger(clientAddress(request.raw, this.settings.trustedProxies)));
    const told = await this.onBehalf.ask(request, 'activities', { method: 'GET', path });
    if (told === null) return reply.code(503).header('retry-after', '5').send(`${AWAY.zh}\n${AWAY.en}\n`);
    if (told.status !== 200) return reply.callNotFound();
    return reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-security-policy', plainPagePolicy)
      .send(await html(told.body as Body));
  }
}
