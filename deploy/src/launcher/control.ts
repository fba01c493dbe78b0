import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';

import { words } from '../../bootstrap/words.mjs';
import type { CountyFolder } from './county-folder.js';

/** How a command beside the launcher reaches it: a door on 127.0.0.1, with a secret that lies in the data folder. */
export type ControlAddress = { readonly url: string; readonly secret: string; readonly gateway: string };

const FILE = 'control.json';

export class UnknownName extends Error {}

export type Asked = { readonly verb: string; readonly name: string | undefined };
type Handle = (input: Asked) => Promise<unknown>;

const askedIn = (request: IncomingMessage): Asked => {
  const [verb = '', name] = (request.url ?? '').split('/').filter(Boolean);
  return { verb, name };
};

/** Opens the door and writes its address; answers what `handle` answers, as JSON. */
export const openControl = async (folder: CountyFolder, gateway: string, handle: Handle): Promise<Server> => {
  const secret = randomBytes(24).toString('base64url');
  const server = createServer((request, response) => {
    const answer = (status: number, body: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    if (request.headers.authorization !== `Bearer ${secret}`) return answer(401, { error: 'not for you' });
    handle(askedIn(request)).then(
      (body) => answer(200, body),
      (error: unknown) =>
        answer(error instanceof UnknownName ? 404 : 500, {
          error: error instanceof Error ? error.message : String(error),
        }),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  folder.write(FILE, { url: `http://127.0.0.1:${port}`, secret, gateway } satisfies ControlAddress);
  return server;
};

export const controlOf = (folder: CountyFolder): ControlAddress | undefined =>
  folder.read<ControlAddress>(FILE);

export const closeControl = (folder: CountyFolder, server: Server): void => {
  folder.remove(FILE);
  server.close();
};

export const noneRuns = ({ path }: CountyFolder): string =>
  words(`${path} 上没有书联在运行；npm start 启动一个`, `no Shulian runs on ${path}; npm start starts one`);

/** @throws Error with what the launcher said, or that none is running */
export const askControl = async (folder: CountyFolder, { verb, name }: Asked): Promise<unknown> => {
  const address = controlOf(folder);
  const none = noneRuns(folder);
  if (address === undefined) throw new Error(none);
  const answer = await fetch(`${address.url}/${verb}${name === undefined ? '' : `/${name}`}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${address.secret}` },
  }).catch(() => undefined);
  if (answer === undefined) throw new Error(none);
  const body = (await answer.json()) as { error?: string };
  if (!answer.ok) throw new Error(body.error ?? `the launcher answered ${answer.status}`);
  return body;
};
