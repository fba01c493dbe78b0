import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { ownConfig } from '../readers.config.js';
import type { NoticeChannel, OutgoingMessage } from './notice-channel.adapter.js';
import type { Delivery } from './rules/notice.js';

const CONNECT_MS = 10_000;
const SILENCE_MS = 30_000;
/** All of it; a server that answers a little now and then must not keep a place for ever. */
const WHOLE_MS = 90_000;

/** How nodemailer is told of the server: with TLS, except towards a relay on this machine. */
export function serverOf(text: string): Record<string, unknown> {
  const url = new URL(text);
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const isHere = host === 'localhost' || host === '127.0.0.1' || host === '::1';
  const secure = url.protocol === 'smtps:';
  const port = url.port === '' ? (secure ? 465 : 587) : Number(url.port);
  const auth =
    url.username === ''
      ? {}
      : { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } };
  return { host, port, secure, requireTLS: !secure && !isHere, ignoreTLS: !secure && isHere, ...auth };
}

/** Mail by the server of the county (RFC 5321), plain text, one recipient. */
@Injectable()
export class SmtpMail implements NoticeChannel {
  async send({ id, schoolName, subject, body, to }: OutgoingMessage): Promise<Delivery> {
    const { SHULIAN_SMTP_URL: server, SHULIAN_MAIL_FROM: from } = ownConfig();
    if (to.by !== 'mail' || server === '' || from === '') return { is: 'failed', why: 'no-mail-server' };
    const transport = createTransport({
      ...serverOf(server),
      connectionTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      dnsTimeout: CONNECT_MS,
      socketTimeout: SILENCE_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    // The text is read when there is a connection that may take it: before that, nothing can have arrived.
    let begun = false;
    const text = Readable.from(
      (function* () {
        begun = true;
        yield Buffer.from(body, 'utf8');
      })(),
    );
    const sending = transport.sendMail({
      messageId: `<${id}@${from.slice(from.lastIndexOf('@') + 1)}>`,
      from: { name: schoolName, address: from },
      to: { name: '', address: to.address },
      subject,
      text,
      textEncoding: 'base64',
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('the mail server takes too long')), WHOLE_MS);
    });
    try {
      await Promise.race([sending, tooLong]);
      return { is: 'sent' };
    } catch (error) {
      return refusedBy(error, begun);
    } finally {
      clearTimeout(timer);
      sending.catch(() => undefined);
      transport.close();
    }
  }
}

/** @param begun whether the text was on its way. A server that refuses with a number took nothing. */
export function refusedBy(error: unknown, begun: boolean): Delivery {
  const { responseCode, code } = error as { responseCode?: unknown; code?: unknown };
  if (code === 'EAUTH') return { is: 'again', why: 'not-allowed' };
  if (typeof responseCode === 'number' && responseCode >= 400)
    return responseCode < 500 ? { is: 'again', why: 'later' } : { is: 'failed', why: 'refused' };
  // An address that nodemailer itself does not take.
  if (code === 'EENVELOPE') return { is: 'failed', why: 'refused' };
  return begun ? { is: 'unknown', why: 'interrupted' } : { is: 'again', why: 'server-away' };
}
