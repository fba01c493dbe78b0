import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { DeskBatcher } from './desk-batcher.adapter.js';

/** A database whose trips end when the test says so. */
class Trips {
  readonly left: { readonly input: readonly number[]; readonly end: (error?: Error) => void }[] = [];

  readonly go = (input: readonly number[]): Promise<readonly string[]> =>
    new Promise((resolve, reject) => {
      const end = (error?: Error): void =>
        error === undefined ? resolve(input.map((n) => `told ${n}`)) : reject(error);
      this.left.push({ input: [...input], end });
    });

  get desks(): number[][] {
    return this.left.map(({ input }) => [...input]);
  }
}

describe('desks that ask together', () => {
  it('go at once when nobody is on the way', async () => {
    const trips = new Trips();
    const desks = new DeskBatcher(32, trips.go);
    const told = desks.ask(1);
    await nextTurn();
    expect(trips.desks).toEqual([[1]]);
    trips.left[0]?.end();
    await expect(told).resolves.toBe('told 1');
  });

  it('wait for the trip that is under way, then go in one, each with its own answer', async () => {
    const trips = new Trips();
    const desks = new DeskBatcher(32, trips.go);
    const first = desks.ask(1);
    await nextTurn();
    const others = [desks.ask(2), desks.ask(3), desks.ask(4)];
    await nextTurn();
    expect(trips.desks).toEqual([[1]]);
    trips.left[0]?.end();
    await first;
    await nextTurn();
    expect(trips.desks).toEqual([[1], [2, 3, 4]]);
    trips.left[1]?.end();
    await expect(Promise.all(others)).resolves.toEqual(['told 2', 'told 3', 'told 4']);
  });

  it.each([
    { came: 2, trips: [[2, 3]] },
    { came: 3, trips: [[2, 3, 4]] },
    { came: 4, trips: [[2, 3, 4], [5]] },
  ])('three at most: $came that wait', async ({ came, trips: wanted }) => {
    const trips = new Trips();
    const desks = new DeskBatcher(3, trips.go);
    const all = [desks.ask(1)];
    await nextTurn();
    for (let n = 2; n < 2 + came; n += 1) all.push(desks.ask(n));
    for (let trip = 0; trip <= wanted.length; trip += 1) {
      while (trips.left.length <= trip) await nextTurn();
      trips.left[trip]?.end();
    }
    await Promise.all(all);
    expect(trips.desks).toEqual([[1], ...wanted]);
  });

  it.each([
    {
      came: 1,
      leaves: [3],
      is: 'one of two that went last waits a moment, and goes alone when nobody comes',
    },
    { came: 2, leaves: [3, 4], is: 'two of two leave as soon as the second is there' },
  ])('$is', async ({ came, leaves }) => {
    const trips = new Trips();
    const desks = new DeskBatcher(32, trips.go);
    const two = [desks.ask(1), desks.ask(2)];
    await nextTurn();
    trips.left[0]?.end();
    await Promise.all(two);
    const next = [desks.ask(3)];
    await nextTurn();
    expect(trips.desks).toEqual([[1, 2]]);
    if (came === 2) next.push(desks.ask(4));
    while (trips.left.length < 2) await nextTurn();
    expect(trips.desks).toEqual([[1, 2], leaves]);
    trips.left[1]?.end();
    await Promise.all(next);
  });

  it('are all told when their trip fails, and the next one leaves', async () => {
    const trips = new Trips();
    const desks = new DeskBatcher(32, trips.go);
    const failed = [desks.ask(1), desks.ask(2)].map((told) => told.catch((error: Error) => error.message));
    await nextTurn();
    const next = desks.ask(3);
    trips.left[0]?.end(new Error('away'));
    await expect(Promise.all(failed)).resolves.toEqual(['away', 'away']);
    while (trips.left.length < 2) await nextTurn();
    trips.left[1]?.end();
    await expect(next).resolves.toBe('told 3');
  });
});
