import { createHash } from 'node:crypto';

/** Who tries to sign in: a hash of the user name or client id, so that no list of names lies in memory; null: nobody named. */
export function signInName(
  authorization: string | undefined,
  contentType: string | undefined,
  body: unknown,
): string | null {
  const name =
    fromBasic(authorization) ??
    (Buffer.isBuffer(body) ? fromBody(contentType?.toLowerCase() ?? '', body.toString('utf8')) : null);
  if (name === null || name === '') return null;
  return createHash('sha256').update(name.normalize('NFKC').toLowerCase()).digest('base64');
}

function fromBasic(authorization: string | undefined): string | null {
  const encoded = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return null;
  return Buffer.from(encoded, 'base64').toString('utf8').split(':', 1)[0] ?? null;
}

function fromBody(contentType: string, text: string): string | null {
  if (contentType.startsWith('application/x-www-form-urlencoded'))
    return new URLSearchParams(text).get('client_id');
  try {
    const { username } = JSON.parse(text) as { username?: unknown };
    return typeof username === 'string' ? username : null;
  } catch {
    return null;
  }
}
