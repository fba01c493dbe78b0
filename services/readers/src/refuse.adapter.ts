import type { ProblemCode } from '@shulian/contracts/problems';
import { Refused } from '@shulian/service-kit';

/** A rule says no, for one reason that nobody can override: 409, remembered for the idempotency key. */
export const refuse = (
  code: ProblemCode,
  facts?: Readonly<Record<string, string | number | boolean | null>>,
): Refused =>
  new Refused(code, [
    { code, severity: 'deny', overridable: false, ...(facts === undefined ? {} : { facts }) },
  ]);
