import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { ApiHeaderOptions } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { withHeader } from './documented-header.js';
import { invalid, Problem } from '../problem/refused.js';

/** The entity tag of a row version. */
export const etagOf = (version: number): string => `"v${version}"`;

const header = (required: boolean): ApiHeaderOptions => ({
  name: 'If-Match',
  required,
  description: '所依据的版本 the version the change builds on, as the last answer named it in ETag',
  schema: { type: 'string', example: '"v3"' },
});

/** The version that `If-Match` names; null without one. @throws Problem 400 when it is no tag of ours */
function versionBuiltOn(context: ExecutionContext): number | null {
  const tag = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (tag === undefined) return null;
  const version = /^"v([1-9][0-9]{0,9})"$/.exec(tag)?.[1];
  if (version === undefined) throw invalid({ pointer: 'If-Match', code: 'malformed' });
  return Number(version);
}

/** The version an edit builds on; a parameter of a controller. 428 `version.required` without it. */
export const IfMatch = withHeader(
  header(true),
  createParamDecorator((_: unknown, context: ExecutionContext): number => {
    const version = versionBuiltOn(context);
    if (version === null) throw new Problem(428, 'version.required');
    return version;
  }),
);

/** The same where what is put may be new: null without it, and the use case says when it is needed. */
export const IfMatchWhereKnown = withHeader(
  header(false),
  createParamDecorator((_: unknown, context: ExecutionContext) => versionBuiltOn(context)),
);

/** @throws Problem 412 when someone else has changed it meanwhile */
export function refuseIfStale(expected: number, actual: number): void {
  if (expected !== actual) throw new Problem(412, 'version.stale');
}
