import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { RequestOfCaller } from '../access/access.guard.js';
import { hashBody, type DeskRequest } from '../idempotency/once-per-key.js';
import { invalid } from '../problem/refused.js';

let secret = '';
/** Sets the key of the body hashes, once at boot. */
export const setBodyHashSecret = (value: string): void => {
  secret = value;
};

/**
 * The repeatable write behind a request, or null without an `Idempotency-Key`; a parameter of a controller.
 * Scope of a key: caller, method and path.
 */
export const Once = createParamDecorator((_: unknown, context: ExecutionContext): DeskRequest | null => {
  const request = context.switchToHttp().getRequest<RequestOfCaller>();
  const key = request.headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(key))
    throw invalid({ pointer: 'Idempotency-Key', code: 'malformed' });
  return {
    caller: request.caller?.id ?? '',
    route: `${request.method} ${request.url.split('?', 1)[0] ?? ''}`,
    key,
    bodyHash: hashBody(secret, request.body),
  };
});
