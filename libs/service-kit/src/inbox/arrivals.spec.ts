import { describe, expect, it, jest } from '@jest/globals';
import { Arrivals, type Question } from './arrivals.js';

/** Answers what is there; tells how many it was asked for each time, and how many times at once. */
function aShelf() {
  const there = new Set<string>();
  const calls: number[] = [];
  let underWay = 0;
  let mostUnderWay = 0;
  const question: Question<string, string> = async (keys) => {
    underWay += 1;
    mostUnderWay = Math.max(mostUnderWay, underWay);
    calls.push(keys.length);
    await new Promise((resolve) => setTimeout(resolve, 5));
    underWay -= 1;
    return keys.map((key) => (there.has(key) ? key.toUpperCase() : null));
  };
  return { there, calls, question, mostUnderWay: () => mostUnderWay };
}
const names = (count: number): string[] => Array.from({ length: count }, (_, n) => `b${n}`);

describe('who waits for what is on its way', () => {
  it('looks once and does not wait when it is there', async () => {
    const look = jest.fn(() => Promise.resolve<string | null>('here'));
    expect(await new Arrivals().wait(look)).toBe('here');
    expect(look).toHaveBeenCalledTimes(1);
  });
  it('is woken when something was digested, and told that it never came when the time is up', async () => {
    const arrivals = new Arrivals();
    const { there, question } = aShelf();
    const [came, never] = [arrivals.for(question, 'a'), arrivals.for(question, 'b', 120)];
    there.add('a');
    arrivals.raise();
    expect([await came, await never]).toEqual(['A', null]);
  });
  it.each([1, 2, 99, 100])('shares one question with all %i of them, one at a time', async (count) => {
    const arrivals = new Arrivals();
    const { there, calls, question, mostUnderWay } = aShelf();
    const told = names(count).map((name) => arrivals.for(question, name, 200));
    there.add('b0');
    expect(await Promise.all(told)).toEqual(names(count).map((name) => (name === 'b0' ? 'B0' : null)));
    expect([mostUnderWay(), calls[0]]).toEqual([1, count]);
    // Every 25 ms for 200 ms, however many wait.
    expect(calls.length).toBeLessThanOrEqual(10);
  });
  it('is told at once, without a look, when a hundred wait already; and may wait again when they are gone', async () => {
    const arrivals = new Arrivals();
    const { there, calls, question } = aShelf();
    const first = names(100).map((name) => arrivals.for(question, name, 100));
    expect(await arrivals.for(question, 'one more')).toBeNull();
    expect(calls).toEqual([]);
    await Promise.all(first);
    there.add('one more');
    expect(await arrivals.for(question, 'one more')).toBe('ONE MORE');
  });
  it('asks one after the other what each asks for itself', async () => {
    const arrivals = new Arrivals();
    let underWay = 0;
    let most = 0;
    let looks = 0;
    const look = async (): Promise<null> => {
      looks += 1;
      // The first look is before the wait.
      if (looks > 20) most = Math.max(most, ++underWay);
      await new Promise((resolve) => setTimeout(resolve, 1));
      if (looks > 20) underWay -= 1;
      return null;
    };
    await Promise.all(names(20).map(() => arrivals.wait(look, 150)));
    expect(most).toBeLessThanOrEqual(1);
  });
  it('fails with the question, and only those who asked it', async () => {
    const arrivals = new Arrivals();
    const { question } = aShelf();
    const broken: Question<string, string> = () => Promise.reject(new Error('no database'));
    const [failed, other] = [arrivals.for(broken, 'a'), arrivals.for(question, 'b', 60)];
    await expect(failed).rejects.toThrow('no database');
    expect(await other).toBeNull();
  });
  it('tells those who heed it of every digestion, until they stop', () => {
    const arrivals = new Arrivals();
    const heard = jest.fn();
    const stop = arrivals.heed(heard);
    arrivals.raise();
    stop();
    arrivals.raise();
    expect(heard).toHaveBeenCalledTimes(1);
  });
});
