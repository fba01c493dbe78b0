/** Longest address and longest part before the @ (RFC 5321). */
const LONGEST = 254;
const LONGEST_LOCAL = 64;
const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** The address as it is kept, its domain in lower case; null for what is no one address. Never more than one, never a header. */
export function mailAddress(text: string): string | null {
  const given = text.trim();
  const at = given.lastIndexOf('@');
  const [local, domain] = [given.slice(0, at), given.slice(at + 1).toLowerCase()];
  const labels = domain.split('.');
  const isOne =
    at > 0 &&
    given.length <= LONGEST &&
    local.length <= LONGEST_LOCAL &&
    LOCAL.test(local) &&
    labels.length >= 2 &&
    labels.every((label) => LABEL.test(label)) &&
    !/^\d+$/.test(labels.at(-1) ?? '');
  return isOne ? `${local}@${domain}` : null;
}

/** What a list shows of an address: z***@example.com. */
export const masked = (address: string): string =>
  `${address.slice(0, 1)}***${address.slice(address.lastIndexOf('@'))}`;
