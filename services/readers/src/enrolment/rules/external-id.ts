import { cardNumber, isIdentityNumber } from '../../cards/rules/card-number.js';

/** As long as the longest id that common school systems give. */
export const LONGEST_EXTERNAL_ID = 64;

/** Characters that stand in a URL as they are: an id is opaque, and no place for words. */
export const EXTERNAL_ID = /^[A-Za-z0-9][A-Za-z0-9._:~-]{0,63}$/;

/**
 * Whether it has the shape of an identity or student number: those hold the birth date and would lie in URLs and logs
 * (decision 48). Also where the check digit is wrong, or dots and hyphens stand within: what looks like one is one.
 */
export function looksPersonal(externalId: string): boolean {
  const bare = externalId.replaceAll(/[._:~-]/g, '').toUpperCase();
  const number = cardNumber(bare);
  return (
    /^[A-Z]?\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[\dA-Z]{3,4}$/.test(bare) ||
    (number !== null && isIdentityNumber(number))
  );
}
