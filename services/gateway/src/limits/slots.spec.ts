import { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Slots } from './slots.js';

const BUSY = expect.objectContaining({ status: 503, code: 'service.busy', extras: { retryAfterSeconds: 2 } });
const client = (): Socket => new Socket();
const enter = (slots: Slots, caller: string): Promise<void> | null => slots.enter(caller, client());

describe('slots of a service', () => {
  it('are n in all, then m wait, and the next caller hears at once that there is none', async () => {
    const slots = new Slots({ slots: 2, waiting: 2, waitMs: 5_000 });
    expect([enter(slots, 'a'), enter(slots, 'b')]).toEqual([null, null]);
    const order: string[] = [];
    const waiting = ['c', 'd'].map(async (caller) => {
      await enter(slots, caller);
      order.push(caller);
    });
    expect(() => enter(slots, 'e')).toThrow(BUSY);
    slots.leave('a');
    slots.leave('b');
    await Promise.all(waiting);
    expect(order).toEqual(['c', 'd']);
    slots.leave('c');
    expect(enter(slots, 'a')).toBeNull();
    const last = client();
    const turn = slots.enter('b', last);
    last.destroy();
    await expect(turn).rejects.toMatchObject({ status: 499 });
  });

  it.each([
    [1, 1],
    [2, 1],
    [3, 2],
    [8, 4],
    [9, 5],
  ])('are %i, of which one caller alone has %i and no more', async (slots, own) => {
    const all = new Slots({ slots, waiting: 1, waitMs: 5_000 });
    const entered = Array.from({ length: own }, () => enter(all, 'a'));
    expect(new Set(entered)).toEqual(new Set([null]));
    const one = client();
    const turn = all.enter('a', one);
    one.destroy();
    await expect(turn).rejects.toMatchObject({ status: 499 });
  });

  it('are halved again for each caller who asks for all it can get', () => {
    const slots = new Slots({ slots: 32, waiting: 64, waitMs: 5_000 });
    const taken = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((caller) => {
      let own = 0;
      for (;;) {
        const last = client();
        const turn = slots.enter(caller, last);
        if (turn !== null) {
          turn.catch(() => undefined);
          last.destroy();
          return own;
        }
        own += 1;
      }
    });
    expect(taken).toEqual([16, 8, 4, 2, 1, 1, 0]);
  });

  it('are waited for by one caller in half of the room for that, and by others beside it', () => {
    const slots = new Slots({ slots: 1, waiting: 4, waitMs: 5_000 });
    expect(enter(slots, 'a')).toBeNull();
    const clients: Socket[] = [];
    const wait = (caller: string): void => {
      const socket = client();
      clients.push(socket);
      slots.enter(caller, socket)?.catch(() => undefined);
    };
    wait('a');
    wait('a');
    expect(() => enter(slots, 'a')).toThrow(BUSY);
    wait('b');
    expect(() => enter(slots, 'b')).toThrow(BUSY);
    wait('c');
    expect(() => enter(slots, 'd')).toThrow(BUSY);
    for (const socket of clients) socket.destroy();
  });

  it('are given to callers in turn, to the requests of each in their order', async () => {
    const slots = new Slots({ slots: 1, waiting: 100, waitMs: 5_000 });
    expect(enter(slots, 'x')).toBeNull();
    const order: string[] = [];
    const waiting = ['a1', 'a2', 'a3', 'b1', 'c1', 'b2'].map(async (name) => {
      const caller = name.charAt(0);
      await enter(slots, caller);
      order.push(name);
      slots.leave(caller);
    });
    slots.leave('x');
    await Promise.all(waiting);
    expect(order).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3']);
  });

  it('are waited for only so long', async () => {
    const slots = new Slots({ slots: 1, waiting: 1, waitMs: 30 });
    expect(enter(slots, 'a')).toBeNull();
    await expect(enter(slots, 'b')).rejects.toEqual(BUSY);
    slots.leave('a');
    expect(enter(slots, 'b')).toBeNull();
  });

  it('are not given to who went away meanwhile', async () => {
    const slots = new Slots({ slots: 1, waiting: 1, waitMs: 5_000 });
    expect(enter(slots, 'a')).toBeNull();
    const gone = client();
    const waiting = slots.enter('a', gone);
    gone.destroy();
    await expect(waiting).rejects.toMatchObject({ status: 499 });
    slots.leave('a');
    expect(enter(slots, 'a')).toBeNull();
  });

  it('serve never more than n, keep nobody waiting who may have one, and lose none, whatever comes and goes', async () => {
    const callers = ['a', 'b', 'c'];
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 6 }),
        fc.array(
          fc.record({ what: fc.constantFrom('enter', 'leave', 'gone'), caller: fc.constantFrom(...callers) }),
          { maxLength: 60 },
        ),
        async (n, steps) => {
          const slots = new Slots({ slots: n, waiting: 6, waitMs: 5_000 });
          const served = new Map(callers.map((caller) => [caller, 0]));
          const waiting = new Map(callers.map((caller) => [caller, new Set<Socket>()]));
          const add = (caller: string, by: number): number => {
            const now = (served.get(caller) ?? 0) + by;
            served.set(caller, now);
            return now;
          };
          const all = (): number => [...served.values()].reduce((sum, own) => sum + own, 0);
          for (const { what, caller } of steps) {
            const own = waiting.get(caller) ?? new Set();
            if (what === 'leave' && add(caller, 0) > 0) {
              add(caller, -1);
              slots.leave(caller);
            } else if (what === 'gone') [...own][0]?.destroy();
            else if (what === 'enter') {
              const socket = client();
              try {
                const turn = slots.enter(caller, socket);
                if (turn === null) add(caller, 1);
                else own.add(socket);
                turn
                  ?.then(() => add(caller, 1))
                  .catch(() => undefined)
                  .finally(() => own.delete(socket));
              } catch (error) {
                expect(error).toEqual(BUSY);
              }
            }
            await pause();
            expect(all()).toBeLessThanOrEqual(n);
            for (const each of callers)
              if ((waiting.get(each)?.size ?? 0) > 0)
                expect(served.get(each)).toBeGreaterThanOrEqual(n - all());
          }
          for (const socket of [...waiting.values()].flatMap((own) => [...own])) socket.destroy();
          await pause();
          for (const caller of callers) for (; add(caller, 0) > 0; add(caller, -1)) slots.leave(caller);
          // Nothing is left behind: one alone has its half again.
          for (let own = 1; own <= Math.ceil(n / 2); own += 1) expect(enter(slots, 'a')).toBeNull();
        },
      ),
      { numRuns: 40 },
    );
  });
});
