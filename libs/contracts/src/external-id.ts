/** Ids that the systems of schools give to what is theirs: opaque, each once in its school (decision 48). */

/** Characters that stand in a URL as they are: an id is opaque, and no place for words. */
const EXTERNAL_ID = /^[A-Za-z0-9][A-Za-z0-9._:~-]{0,63}$/;

/** What is wrong with one; null: nothing. */
export function faultOfExternalId(text: string): 'malformed' | 'looks-personal' | null {
  if (!EXTERNAL_ID.test(text)) return 'malformed';
  return looksPersonal(text) ? 'looks-personal' : null;
}

/**
 * Whether it has the shape of an identity or student number: those hold the birth date and would lie in URLs and logs
 * (decision 48). Also where the check digit is wrong, or dots and hyphens stand within: what looks like one is one.
 */
function looksPersonal(externalId: string): boolean {
  const bare = externalId.replaceAll(/[._:~-]/g, '').toUpperCase();
  return (
    /^[A-Z]?\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[\dA-Z]{3,4}$/.test(bare) ||
    isIdentityNumber(bare)
  );
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/**
 * Whether the number is a person's identity number (GB 11643) or a national student number (学籍号: G before an identity
 * number, J or L before a number with area and birth date of its own): they hold the birth date, so they name nothing here.
 */
export function isIdentityNumber(number: string): boolean {
  if (/^[GJL]\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[\dA-Z]{4}$/.test(number))
    return true;
  if (!/^\d{17}[\dX]$/.test(number)) return false;
  const sum = weights.reduce((total, weight, at) => total + weight * Number(number[at]), 0);
  return '10X98765432'[sum % 11] === number[17];
}
