import { DeskConnection, type DeskAnswer } from './desk-connection.js';
import { percentile } from './percentiles.js';

/** What one desk asks next, and what it makes of the answer: true when it is the one wanted. */
export type Act = {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly wanted: (answer: DeskAnswer) => boolean;
};

export type Measured = {
  readonly desks: number;
  readonly acts: number;
  readonly seconds: number;
  readonly perSecond: number;
  /** Milliseconds from the write of the request to the whole answer. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
};

/** An answer that was not the one wanted: a run with refusals in it measures something else. */
export class UnwantedAnswer extends Error {
  override readonly name = 'UnwantedAnswer';
}

const measuredOf = (desks: number, latencies: number[], seconds: number): Measured => {
  latencies.sort((a, b) => a - b);
  return {
    desks,
    acts: latencies.length,
    seconds,
    perSecond: latencies.length / seconds,
    p50: percentile(latencies, 0.5),
    p95: percentile(latencies, 0.95),
    p99: percentile(latencies, 0.99),
  };
};

const perform = async (desk: DeskConnection, act: Act): Promise<void> => {
  const answer = await desk.post(act.path, act.headers, act.body);
  if (!act.wanted(answer)) throw new UnwantedAnswer(`${act.path} answered ${answer.status}: ${answer.body}`);
};

/**
 * Closed loop: each desk asks again as soon as it was answered, until the seconds are over or `next` has no more.
 * @throws UnwantedAnswer
 */
export const runDesks = async (
  url: string,
  desks: number,
  seconds: number,
  next: () => Act | undefined,
): Promise<Measured> => {
  const connections = Array.from({ length: desks }, () => new DeskConnection(url));
  const latencies: number[] = [];
  const begun = performance.now();
  const until = begun + seconds * 1_000;
  try {
    await Promise.all(
      connections.map(async (desk) => {
        for (let now = begun; now < until;) {
          const act = next();
          if (act === undefined) return;
          const askedAt = performance.now();
          await perform(desk, act);
          now = performance.now();
          latencies.push(now - askedAt);
        }
      }),
    );
  } finally {
    for (const desk of connections) desk.close();
  }
  return measuredOf(desks, latencies, (performance.now() - begun) / 1_000);
};

/**
 * Open loop: one act every `1 / perSecond` seconds whether or not the one before was answered, on as many desks as
 * that takes. A latency counts from the moment the act was due, so a stall is not hidden by asking less.
 */
export const runOpenLoop = async (
  url: string,
  perSecond: number,
  seconds: number,
  next: () => Act | undefined,
): Promise<Measured> => {
  const idle: DeskConnection[] = [];
  const all: DeskConnection[] = [];
  const latencies: number[] = [];
  const running: Promise<void>[] = [];
  const begun = performance.now();
  const one = async (act: Act, due: number): Promise<void> => {
    let desk = idle.pop();
    if (desk === undefined) all.push((desk = new DeskConnection(url)));
    await perform(desk, act);
    latencies.push(performance.now() - due);
    idle.push(desk);
  };
  try {
    for (let number = 0; number < perSecond * seconds; number += 1) {
      const due = begun + (number * 1_000) / perSecond;
      for (let early = due - performance.now(); early > 0; early = due - performance.now())
        await new Promise((wake) => setTimeout(wake, early));
      const act = next();
      if (act === undefined) break;
      running.push(one(act, due));
    }
    await Promise.all(running);
  } finally {
    for (const desk of all) desk.close();
  }
  return measuredOf(all.length, latencies, (performance.now() - begun) / 1_000);
};
