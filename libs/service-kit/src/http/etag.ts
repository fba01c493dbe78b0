import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { invalid, Problem } from '../problem/refused.js';

/** The entity tag of a row version. */
export const etagOf = (version: number): string => `"v${version}"`;

/**
 * The version an edit builds on, from `If-Match`; a parameter of a controller.
 * 428 `version.required` without it, 400 when it is no tag of ours.
 */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (header === undefined) throw new Problem(428, 'version.required');
  const version = /^"v([1-9][0-9]{0,9})"$/.exec(header)?.[1];
  if (version === undefined) throw invalid({ pointer: 'If-Match', code: 'malformed' });
  return Number(version);
});

/** @throws Problem 412 when someone else has changed it meanwhile */
export function refuseIfStale(expected: number, actual: number): void {
  if (expected !== actual) throw new Problem(412, 'version.stale');
}
