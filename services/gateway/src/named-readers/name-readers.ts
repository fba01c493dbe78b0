import { Injectable } from '@nestjs/common';
import { invalid, type RequestOfCaller } from '@shulian/service-kit';
import { allCheckedIn } from '../front-door/checked-in.js';
import type { Answered } from '../front-door/upstream.client.js';
import { AskNames } from './ask-names.js';
import { nameReaders, readersIn } from './named-reader.js';
import { INCLUDE, requestsThatNameReaders } from './operations-that-name-readers.js';

const isJson = ({ headers }: Answered<unknown>): boolean =>
  String(headers['content-type']).startsWith('application/json');

/** `?include=reader`: a screen shows names and needs no second call for them. */
@Injectable()
export class NameReaders {
  private readonly mayNameReaders = requestsThatNameReaders(allCheckedIn().values());

  constructor(private readonly names: AskNames) {}

  /**
   * What to ask the service in place of what the client wrote, which knows nothing of names; null when none are wished,
   * or the answer has none.
   * @throws Problem 400 for anything else to include
   */
  pathWithoutInclude({
    method,
    url,
    query,
  }: Pick<RequestOfCaller, 'method' | 'url' | 'query'>): string | null {
    const wished = (query as Readonly<Record<string, unknown>>)[INCLUDE];
    if (wished === undefined) return null;
    const [path = '', input = ''] = url.split('?', 2);
    if (!this.mayNameReaders(method, path)) return null;
    if (wished !== 'reader') throw invalid({ pointer: `?${INCLUDE}`, code: 'is-in', allowed: ['reader'] });
    const others = input.split('&').filter((part) => !part.startsWith(`${INCLUDE}=`));
    return others.length === 0 ? path : `${path}?${others.join('&')}`;
  }

  /** The same answer with names; without them, and saying so, when readers is away. */
  async in(request: RequestOfCaller, answered: Answered<Buffer>): Promise<Answered<Buffer>> {
    if (answered.status >= 300 || !isJson(answered)) return answered;
    const answer = JSON.parse(answered.body.toString()) as object;
    const found = await this.names.ofReaders(request, readersIn(answer));
    if (found === null) Object.assign(answer, { missing: ['readers'] });
    else nameReaders(answer, found);
    const { 'content-length': _length, ...headers } = answered.headers;
    return { ...answered, headers, body: Buffer.from(JSON.stringify(answer)) };
  }
}
