import { setTimeout as pause } from 'node:timers/promises';

import type { CloudEvent } from '@shulian/contracts/envelope';

import type { Caller } from './a-caller.builder.js';

export type Heard = {
  /** The id of the stream, to resume from. */
  readonly position: number;
  readonly event: CloudEvent<string, Readonly<Record<string, unknown>>>;
  /** As it came over the line. */
  readonly text: string;
};

/** Follows `GET /api/v1/events` and keeps what it hears. */
export class Follower {
  readonly heard: Heard[] = [];
  private readonly leaving = new AbortController();
  private ended: Promise<void> = Promise.resolve();

  /** @param after position to resume from; without it from now on */
  static async of(caller: Caller, after?: number, query = ''): Promise<Follower> {
    const follower = new Follower();
    const response = await fetch(`${caller.url}/api/v1/events${query}`, {
      headers: {
        accept: 'text/event-stream',
        authorization: `Bearer ${caller.token ?? ''}`,
        ...(after === undefined ? {} : { 'last-event-id': String(after) }),
      },
      signal: follower.leaving.signal,
    });
    if (response.status !== 200)
      throw new Error(`the stream answered ${response.status}: ${await response.text()}`);
    follower.ended = follower.read(response).catch((error: unknown) => {
      if (!follower.leaving.signal.aborted) throw error;
    });
    follower.ended.catch(() => undefined);
    return follower;
  }

  ofType(type: string): Heard[] {
    return this.heard.filter(({ event }) => event.type === type);
  }

  /** Waits until what was heard is as wished. @throws Error with the types heard so far */
  async hears(wished: (heard: readonly Heard[]) => boolean, withinMs = 10_000): Promise<readonly Heard[]> {
    const end = performance.now() + withinMs;
    while (!wished(this.heard)) {
      if (performance.now() > end)
        throw new Error(
          `not heard within ${withinMs} ms; heard: ${this.heard.map(({ event }) => event.type).join(' ')}`,
        );
      await pause(50);
    }
    return this.heard;
  }

  /** Waits until nothing new came for a while. */
  async silence(ms = 1_000): Promise<readonly Heard[]> {
    for (let before = -1; before !== this.heard.length;) {
      before = this.heard.length;
      await pause(ms);
    }
    return this.heard;
  }

  /** @throws Error when the stream had broken before */
  async leave(): Promise<void> {
    this.leaving.abort();
    await this.ended;
  }

  private async read(response: Response): Promise<void> {
    const decoder = new TextDecoder();
    let rest = '';
    for await (const chunk of response.body ?? []) {
      rest += decoder.decode(chunk as Uint8Array, { stream: true });
      const blocks = rest.split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const text = fieldOf(block, 'data');
        if (text === '') continue;
        this.heard.push({
          position: Number(fieldOf(block, 'id')),
          event: JSON.parse(text) as Heard['event'],
          text,
        });
      }
    }
    if (!this.leaving.signal.aborted) throw new Error('the stream of events broke');
  }
}

const fieldOf = (block: string, name: string): string =>
  block
    .split('\n')
    .filter((line) => line.startsWith(`${name}:`))
    .map((line) => line.slice(name.length + 1).trimStart())
    .join('\n');
