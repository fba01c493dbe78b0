import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import type { Grant } from '@shulian/contracts/access';
import { startForTests, type ServiceForTests } from '@shulian/service-kit/testing';
import { readersDefinition } from './readers.module.js';

// Passwords are slow on purpose, and the machine of a check is busy.
jest.setTimeout(60_000);

export const ADMIN_PASSWORD = 'an admin of tests';
export const CARD_KEY = 'a card key of tests only';

export type Answered<Body = Record<string, unknown>> = {
  readonly status: number;
  readonly body: Body;
  readonly headers: Headers;
};
type Sent = { readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> };

/** The readers service in this process with its own key, asked over HTTP with tokens it gave itself. */
export type ReadersForTests = Omit<ServiceForTests, 'stop'> & {
  readonly admin: string;
  /** A bearer token of a new account with these grants. */
  as(...grants: Grant[]): Promise<string>;
  ask<Body = Record<string, never>>(
    method: string,
    path: string,
    token: string | null,
    sent?: Sent,
  ): Promise<Answered<Body>>;
  /** Asks, expects a 2xx, and gives the body. */
  done<Body = Record<string, never>>(
    method: string,
    path: string,
    token: string,
    body?: unknown,
  ): Promise<Body>;
  /** Events under a key in the order of their versions. */
  events(key: string): Promise<{ type: string; aggregateversion: number; data: Record<string, unknown> }[]>;
  stop(): Promise<void>;
};

export async function aReadersService(
  ownerUrl: string,
  settings: Readonly<Record<string, unknown>> = {},
): Promise<ReadersForTests> {
  const folder = await mkdtemp(join(tmpdir(), 'shulian-readers-'));
  const jwksFile = join(folder, 'jwks.json');
  Object.assign(process.env, {
    SHULIAN_CARD_KEY: CARD_KEY,
    SHULIAN_PASSWORD_COST: '10',
    SHULIAN_SIGNING_KEY_FILE: join(folder, 'signing-key.json'),
    SHULIAN_JWKS_FILE: jwksFile,
    SHULIAN_ADMIN_PASSWORD: ADMIN_PASSWORD,
  });
  const service = await startForTests(readersDefinition, {
    ownerUrl,
    settings: { SHULIAN_JWKS_FILE: jwksFile, SHULIAN_CLOCK: '2026-10-12T04:00:00Z', ...settings },
  });
  const ask: ReadersForTests['ask'] = async (method, path, token, sent = {}) => {
    const answer = await fetch(`${service.url}${path}`, {
      method,
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(sent.body === undefined || sent.body instanceof FormData
          ? {}
          : { 'content-type': 'application/json' }),
        ...sent.headers,
      },
      ...(sent.body === undefined
        ? {}
        : { body: sent.body instanceof FormData ? sent.body : JSON.stringify(sent.body) }),
    });
    const text = await answer.text();
    return {
      status: answer.status,
      body: text === '' ? {} : JSON.parse(text),
      headers: answer.headers,
    };
  };
  const done: ReadersForTests['done'] = async (method, path, token, body) => {
    const answer = await ask(method, path, token, body === undefined ? {} : { body });
    if (answer.status >= 300)
      throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body as never;
  };
  const signIn = async (username: string, password: string): Promise<string> =>
    (await done<{ accessToken: string }>('POST', '/api/v1/sessions', '', { username, password })).accessToken;
  const admin = await signIn('admin', ADMIN_PASSWORD);
  return {
    ...service,
    admin,
    ask,
    done,
    as: async (...grants) => {
      const account = { username: `account-${randomUUID()}`, password: 'a long password' };
      await done('POST', '/api/v1/accounts', admin, { ...account, grants });
      return signIn(account.username, account.password);
    },
    events: async (key) =>
      (
        await service.sql<{
          payload: { type: string; aggregateversion: number; data: Record<string, unknown> };
        }>('select payload from outbox where key = $1 order by id', [key])
      ).map(({ payload }) => payload),
    stop: async () => {
      await service.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
