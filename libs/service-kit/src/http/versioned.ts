import {
  applyDecorators,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { tap, type Observable } from 'rxjs';
import { Answer } from '../idempotency/once-per-key.js';
import { etagOf } from './etag.js';

/** Marks the operation in the document while it is made; see `openApiOf`. */
export const VERSIONED = 'x-versioned';

class TagsVersion implements NestInterceptor<unknown, unknown> {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      tap((answer) => {
        // Whether something was made or changed is known when it is done.
        if (answer instanceof Answer) void reply.code(answer.status);
        void reply.header('etag', etagOf(versionIn(answer)));
      }),
    );
  }
}

/** @throws Error when the view has no version: a door that is not versioned */
function versionIn(answer: unknown): number {
  const { version } = (answer instanceof Answer ? JSON.parse(answer.body) : answer) as { version?: unknown };
  if (typeof version !== 'number') throw new Error('a versioned answer names its version');
  return version;
}

/** A door whose answer names its `version`: it stands in `ETag` too, for the `If-Match` of the next change. */
export const Versioned = (): MethodDecorator =>
  applyDecorators(UseInterceptors(TagsVersion), ApiExtension(VERSIONED, true));
