import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { RequestOfCaller } from '../access/access.guard.js';
import { hashBody, type DeskRequest } from '../idempotency/once-per-key.js';
import { invalid } from '../problem/refused.js';
import { withHeader } from './documented-header.js';

let secret = '';
/** Sets the key of the body hashes, once at boot. */
export const setBodyHashSecret = (value: string): void => {
  secret = value;
};

/** The route with what was asked for in it, however the client wrote it: ids in upper case, letters in percent signs. */
const pathAsked = ({ routeOptions, params }: FastifyRequest): string =>
  (routeOptions.url ?? '').replace(/:(\w+)/g, (_place, name: string) =>
    String((params as Readonly<Record<string, unknown>>)[name]).toLowerCase(),
  );

/**
 * The repeatable write behind a request, or null without an `Idempotency-Key`; a parameter of a controller.
 * Scope of a key: caller, method and path.
 */
export const Once = withHeader(
  {
    name: 'Idempotency-Key',
    required: false,
    description: '幂等键：重复的请求得到第一次的答复 the same key and body get the first answer again',
    schema: { type: 'string', maxLength: 255, example: 'desk-1-000123' },
  },
  createParamDecorator((_: unknown, context: ExecutionContext): DeskRequest | null => {
    const request = context.switchToHttp().getRequest<RequestOfCaller>();
    const key = request.headers['idempotency-key'];
    if (key === undefined) return null;
    if (typeof key !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(key))
      throw invalid({ pointer: 'Idempotency-Key', code: 'malformed' });
    return {
      caller: request.caller?.id ?? '',
      route: `${request.method} ${pathAsked(request)}`,
      key,
      bodyHash: hashBody(secret, request.body),
    };
  }),
);
