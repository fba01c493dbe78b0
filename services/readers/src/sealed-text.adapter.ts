import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { ownConfig } from './readers.config.js';

export type Sealed = { readonly keyId: string; readonly bytes: Buffer };

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** The key of a county that names none of its own. */
const DERIVED = 'card';

/** All keys there are, the one that seals first. @throws Error for keys that are none; the process must not start then */
export function keysFrom(named: string, cardKey: string): ReadonlyMap<string, Buffer> {
  const own = named === '' ? [] : named.split(',').map(keyNamed);
  const keys = new Map(own);
  if (keys.size < own.length) throw new Error('SHULIAN_CONTACT_KEYS names a key twice');
  // Last: what was sealed before the county named keys of its own can still be read.
  keys.set(DERIVED, Buffer.from(hkdfSync('sha256', cardKey, '', 'shulian addresses of notices', KEY_BYTES)));
  return keys;
}

function keyNamed(text: string): [string, Buffer] {
  const [, id = '', coded = ''] = /^([a-z0-9-]{1,20}):([A-Za-z0-9+/=]+)$/.exec(text.trim()) ?? [];
  const key = Buffer.from(coded, 'base64');
  if (id === '' || id === DERIVED || key.length !== KEY_BYTES)
    throw new Error('SHULIAN_CONTACT_KEYS is a list of id:key, each key 32 bytes in base64');
  return [id, key];
}

let known: { readonly from: string; readonly keys: ReadonlyMap<string, Buffer> } | undefined;
function keys(): ReadonlyMap<string, Buffer> {
  const { SHULIAN_CONTACT_KEYS: named, SHULIAN_CARD_KEY: cardKey } = ownConfig();
  const from = `${named} ${cardKey}`;
  if (known?.from !== from) known = { from, keys: keysFrom(named, cardKey) };
  return known.keys;
}

/** The id of the key that seals today. */
export const sealingKeyId = (): string => [...keys().keys()][0] ?? DERIVED;

/** @param of whose text it is: sealed for one it does not open for another */
export function seal(text: string, of: string): Sealed {
  const keyId = sealingKeyId();
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, keys().get(keyId) ?? Buffer.alloc(0), iv);
  cipher.setAAD(Buffer.from(of));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return { keyId, bytes: Buffer.concat([iv, cipher.getAuthTag(), sealed]) };
}

/** Null when its key is not there any more, or it is not what was sealed for this one. */
export function unseal({ keyId, bytes }: Sealed, of: string): string | null {
  const key = keys().get(keyId);
  if (key === undefined || bytes.length < IV_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(of));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  try {
    return decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return null;
  }
}
