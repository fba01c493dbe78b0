/** Everything but letters, digits and `-._~` stays as it was written (RFC 3986 §2.3). */
const UNRESERVED = /[A-Za-z0-9\-._~]/;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * The one way to write a request's path and query, so that everything behind decides by the same text: bytes that are no
 * ASCII become percent signs (an address typed as `?q=草房` comes as raw UTF-8), letters that were percent signs become
 * letters. Null when it cannot be read: neither UTF-8 nor percent signs as they should be, or something no address holds.
 * @param written as Node gives it: a character for each byte
 */
export function plainUrl(written: string): string | null {
  // Nearly all are plain already.
  if (/^\/[A-Za-z0-9\-._~/]*(?:\?[A-Za-z0-9\-._~=&:,]*)?$/.test(written)) return written;
  const cut = written.indexOf('?');
  const path = cut < 0 ? written : written.slice(0, cut);
  const query = cut < 0 ? '' : written.slice(cut);
  if (!path.startsWith('/') || written.includes('#')) return null;
  const plainPath = readable(path);
  const plainQuery = readable(query);
  return plainPath === null || plainQuery === null ? null : plainPath + plainQuery;
}

/** Whether all percent signs together are UTF-8, and the same in its plainest writing. */
function readable(text: string): string | null {
  let bytes: Buffer;
  try {
    bytes = Buffer.from(text.replace(/%([0-9A-Fa-f]{2})|%/g, byteOf), 'latin1');
    utf8.decode(bytes);
  } catch {
    return null;
  }
  return text
    .replace(/%([0-9A-Fa-f]{2})/g, (_sign, hex: string) => {
      const letter = String.fromCharCode(Number.parseInt(hex, 16));
      return UNRESERVED.test(letter) ? letter : `%${hex.toUpperCase()}`;
    })
    .replace(/[^\x21-\x7e]/g, (byte) => percent(byte.charCodeAt(0)));
}

const byteOf = (_sign: string, hex: string | undefined): string => {
  if (hex === undefined) throw new Error('a percent sign without its number');
  return String.fromCharCode(Number.parseInt(hex, 16));
};

const percent = (byte: number): string => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
