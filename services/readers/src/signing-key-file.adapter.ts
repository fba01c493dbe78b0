import { randomUUID } from 'node:crypto';
import { link, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import type { RingKey } from './signing/rules/key-ring.js';

/** A key as it is kept: the private half never leaves this service. */
export type KeptKey = RingKey & { readonly privateHalf: JWK; readonly publicHalf: JWK };

type Written = { readonly madeAt: number; readonly signsFrom: number; readonly privateHalf: JWK };

const codeOf = (error: unknown): unknown => (error as { code?: unknown } | null)?.code;

/**
 * The keys, the oldest first: the one in the file, and those that took its place, each in a file of its own in the folder
 * beside it. Where there is none, the first is made.
 */
export async function readKeys(file: string): Promise<KeptKey[]> {
  const first = await firstKey(file);
  const others = await readdir(folderOf(file)).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return [] as string[];
    throw error;
  });
  const written: Written[] = [{ madeAt: 0, signsFrom: 0, privateHalf: first }];
  for (const name of others.filter((each) => /^\d+\.json$/.test(each)))
    written.push(JSON.parse(await readFile(join(folderOf(file), name), 'utf8')) as Written);
  written.sort((a, b) => a.signsFrom - b.signsFrom);
  return Promise.all(
    written.map(async ({ madeAt, signsFrom, privateHalf }, n) => {
      const { kty, crv, x, y } = privateHalf;
      const bare = { kty, crv, x, y } as JWK;
      const keyId = await calculateJwkThumbprint(bare);
      const publicHalf = { ...bare, kid: keyId, alg: 'ES256', use: 'sig' };
      return {
        keyId,
        madeAt,
        signsFrom,
        replacedAt: written[n + 1]?.signsFrom ?? null,
        privateHalf,
        publicHalf,
      };
    }),
  );
}

/**
 * Writes another key. Its file is numbered by those that are there, and made only where no other has that number: of two
 * that add at once, one does. @param next null: none is wanted
 */
export async function addKey(
  file: string,
  next: (keys: readonly RingKey[]) => { readonly madeAt: number; readonly signsFrom: number } | null,
): Promise<boolean> {
  const keys = await readKeys(file);
  const wanted = next(keys);
  if (wanted === null) return false;
  await mkdir(folderOf(file), { recursive: true, mode: 0o700 });
  const written: Written = { ...wanted, privateHalf: await newPrivateHalf() };
  return writeOnce(join(folderOf(file), `${String(keys.length)}.json`), JSON.stringify(written));
}

const folderOf = (file: string): string => join(dirname(file), `${basename(file)}.d`);

async function firstKey(file: string): Promise<JWK> {
  const read = async (): Promise<JWK> => JSON.parse(await readFile(file, 'utf8')) as JWK;
  try {
    return await read();
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
  await writeOnce(file, JSON.stringify(await newPrivateHalf()));
  return read();
}

async function newPrivateHalf(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  return exportJWK(privateKey);
}

/** False when somebody else has written it: a link fails when the file is there. */
async function writeOnce(file: string, text: string): Promise<boolean> {
  const made = `${file}.${randomUUID()}`;
  await writeFile(made, text, { mode: 0o600, flag: 'wx' });
  try {
    await link(made, file);
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    return false;
  } finally {
    await rm(made);
  }
}
