import { Injectable } from '@nestjs/common';
import { currentTrace, type RequestOfCaller } from '@shulian/service-kit';
import { clientAddress } from '../limits/client-address.js';
import { FrontDoorSettings, UpstreamsOfCounty } from './front-door.settings.js';
import type { ServiceName } from './routing-table.js';

/** A part of an answer is not waited for as long as an answer is: the rest comes without it. */
const PART_WITHIN = 3_000;

export type Question = {
  readonly method: 'GET' | 'POST';
  /** path and query below `/api/v1` */
  readonly path: string;
  readonly body?: unknown;
};
export type ServiceAnswer = { readonly status: number; readonly body: unknown };

/** Asks the services in the name of whoever asks us: with the same token, so that they decide what is seen, and log it. */
@Injectable()
export class OnBehalf {
  constructor(
    private readonly upstreams: UpstreamsOfCounty,
    private readonly settings: FrontDoorSettings,
  ) {}

  /** What the service says; null when it is away, or too slow to be waited for. */
  async ask(
    request: RequestOfCaller,
    service: ServiceName,
    { method, path, body }: Question,
  ): Promise<ServiceAnswer | null> {
    const address = clientAddress(request.raw, this.settings.trustedProxies);
    const input = {
      method,
      path: `/api/v1/${path}`,
      headers: {
        accept: 'application/json',
        'accept-language': request.headers['accept-language'] ?? '',
        authorization: request.headers.authorization ?? '',
        'x-request-id': String(request.id),
        'x-forwarded-for': address,
        traceparent: currentTrace()?.traceparent ?? '',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? null : Buffer.from(JSON.stringify(body)),
      withinMs: PART_WITHIN,
    };
    try {
      const upstream = this.upstreams.all.get(service);
      const answered = await upstream?.ask(input, request.raw.socket, request.caller?.id ?? address);
      if (answered === undefined || answered.status >= 500) return null;
      return { status: answered.status, body: JSON.parse(answered.body.toString()) as unknown };
    } catch {
      // Away, busy, or answering what is no JSON: what it knows is missing, and said to be.
      return null;
    }
  }
}
