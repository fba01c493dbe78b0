import { createHmac } from 'node:crypto';
import { lookup as resolve } from 'node:dns/promises';
import { readFileSync } from 'node:fs';
import { request, type RequestOptions } from 'node:https';
import { isIP } from 'node:net';
import { rootCertificates } from 'node:tls';
import { Injectable } from '@nestjs/common';
import {
  hostOf,
  isHostOfCounty,
  isPublicAddress,
  webhookAddress,
} from '../notice-settings/webhook-address.adapter.js';
import { ownConfig } from '../readers.config.js';
import type { NoticeChannel, OutgoingMessage } from './notice-channel.adapter.js';
import type { Delivery } from './rules/notice.js';
import { saysNo, webhookBody } from './rules/webhook-body.js';

const WHOLE_MS = 10_000;
/** More of an answer is not read. */
const LONGEST_ANSWER = 65_536;

/** The signature that stands in `Shulian-Signature`: of the time and the body, so that neither can be changed. */
export const signatureOf = (key: string, seconds: number, body: string): string =>
  `t=${String(seconds)},v1=${createHmac('sha256', key)
    .update(`${String(seconds)}.${body}`)
    .digest('hex')}`;

type Answered = { readonly status: number; readonly text: string };

/**
 * Messages to the messenger of a school (企业微信, 钉钉, 飞书, or what takes JSON): https only, to addresses in the public network, looked up and
 * connected to once; no redirection is followed.
 */
@Injectable()
export class MessengerWebhook implements NoticeChannel {
  async send({ id, kind, subject, body, to }: OutgoingMessage): Promise<Delivery> {
    if (to.by !== 'webhook') return { is: 'failed', why: 'no-webhook' };
    const url = webhookAddress(to.url);
    if (url === null) return { is: 'failed', why: 'not-allowed' };
    const until = AbortSignal.timeout(WHOLE_MS);
    let address: string | null;
    try {
      address = await allowedAddress(url, until);
    } catch {
      return { is: 'again', why: 'server-away' };
    }
    if (address === null) return { is: 'failed', why: 'not-allowed' };
    const text = webhookBody(to.shape, { id, kind, subject, body });
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(text),
      'shulian-delivery': id,
      'shulian-signature': signatureOf(to.signingKey, Math.floor(Date.now() / 1000), text),
    };
    const sent = { connected: false };
    try {
      const answer = await post(url, address, headers, text, until, sent);
      return deliveryOf(answer, saysNo(to.shape, answer.text));
    } catch {
      return sent.connected ? { is: 'unknown', why: 'interrupted' } : { is: 'again', why: 'server-away' };
    }
  }
}

/** One address that a host stands for; null when any of them is not public: whoever mixes them means no good. */
async function allowedAddress(url: URL, until: AbortSignal): Promise<string | null> {
  const host = hostOf(url);
  if (isIP(host) !== 0) return host;
  const late = new Promise<never>((_, reject) =>
    until.addEventListener('abort', () => reject(new Error('no name server answers')), { once: true }),
  );
  const found = await Promise.race([resolve(host, { all: true }), late]);
  const [first] = found;
  if (first === undefined) throw new Error('the host has no address');
  const allowed = isHostOfCounty(host) || found.every(({ address }) => isPublicAddress(address));
  return allowed ? first.address : null;
}

function post(
  url: URL,
  address: string,
  headers: NonNullable<RequestOptions['headers']>,
  body: string,
  signal: AbortSignal,
  sent: { connected: boolean },
): Promise<Answered> {
  const { SHULIAN_WEBHOOK_CA_FILE: ca } = ownConfig();
  const host = hostOf(url);
  return new Promise((done, reject) => {
    const asked = request(
      {
        method: 'POST',
        // The address that was looked at, and no other that the name may stand for a moment later.
        host: address,
        port: url.port === '' ? 443 : Number(url.port),
        path: `${url.pathname}${url.search}`,
        headers: { ...headers, host: url.host },
        ...(isIP(host) === 0 ? { servername: host } : {}),
        agent: false,
        signal,
        ...(ca === '' ? {} : { ca: [...rootCertificates, readFileSync(ca, 'utf8')] }),
      },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (piece: string) => {
          text += piece;
          if (text.length < LONGEST_ANSWER) return;
          done({ status: answer.statusCode ?? 0, text: text.slice(0, LONGEST_ANSWER) });
          answer.destroy();
        });
        answer.on('end', () => done({ status: answer.statusCode ?? 0, text }));
        answer.on('error', reject);
      },
    );
    asked.on('socket', (socket) => socket.once('secureConnect', () => (sent.connected = true)));
    asked.on('error', reject);
    asked.end(body);
  });
}

/** A messenger that is busy says so; one that fails may have taken it. */
export function deliveryOf({ status }: Pick<Answered, 'status'>, no: boolean): Delivery {
  if (status >= 200 && status < 300) return no ? { is: 'failed', why: 'refused' } : { is: 'sent' };
  if (status === 429 || status === 503) return { is: 'again', why: 'later' };
  if (status >= 500) return { is: 'unknown', why: 'interrupted' };
  return { is: 'failed', why: 'refused' };
}
