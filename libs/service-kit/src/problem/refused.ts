import type { Refusal } from '@shulian/contracts/envelope';
import type { ProblemCode } from '@shulian/contracts/problems';

/** A place in the request body that is wrong: JSON pointer and a stable code; where only some words fit, which. */
export type BodyError = {
  readonly pointer: string;
  readonly code: string;
  readonly allowed?: readonly string[];
};

/** An answer that is not the one asked for; becomes an RFC 9457 document. Carries no personal data. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: ProblemCode,
    readonly extras: {
      readonly reasons?: readonly Refusal[];
      readonly errors?: readonly BodyError[];
      readonly retryAfterSeconds?: number;
      readonly facts?: Readonly<Record<string, string | number | boolean | null>>;
    } = {},
  ) {
    super(code);
    this.name = 'Problem';
  }
}

/** A rule says no: 409, with all reasons at once, in the order of the desk. */
export class Refused extends Problem {
  constructor(code: ProblemCode, reasons: readonly Refusal[]) {
    super(409, code, { reasons });
    this.name = 'Refused';
  }
}

export const unknownThing = (): Problem => new Problem(404, 'resource.unknown');
export const denied = (): Problem => new Problem(403, 'permission.denied');
/** A 400 that names the places. */
export const invalid = (...errors: BodyError[]): Problem => new Problem(400, 'request.invalid', { errors });
/** A 422: an id in the body that does not exist. */
export const unknownReference = (pointer: string): Problem =>
  new Problem(422, 'request.unknown-reference', { errors: [{ pointer, code: 'unknown' }] });
/** A 409 without reasons: what is there stands in the way. */
export const conflict = (code: ProblemCode = 'resource.conflict'): Problem => new Problem(409, code);
