import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { VoidedTokens, voidedTokensFile } from './voided-tokens.js';

let folder: string;
let file: string;
let tokens: VoidedTokens;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shulian-voided-'));
  file = voidedTokensFile(join(folder, 'jwks.json'));
  tokens = new VoidedTokens(file, 20);
});
afterEach(() => rm(folder, { recursive: true }));

const tell = async (text: string): Promise<void> => {
  await writeFile(`${file}.new`, text);
  await rename(`${file}.new`, file);
  await pause(30);
};
const holding = (...issuedAt: number[]): Promise<boolean[]> =>
  Promise.all(issuedAt.map((at) => tokens.holds('a', at)));

describe('a token', () => {
  it('holds when nobody was ever closed', async () => {
    expect(await holding(0, 1_000)).toEqual([true, true]);
  });

  it('that was signed until its account was closed counts no more; one signed after it does', async () => {
    await tell('{"a":1000}');
    expect(await holding(999, 1_000, 1_001)).toEqual([false, false, true]);
    expect(await tokens.holds('b', 0)).toBe(true);
    expect(await tokens.holds('__proto__', 0)).toBe(true);
    await tell('{"a":5000,"b":7}');
    expect(await holding(1_001, 5_001)).toEqual([false, true]);
    expect(await tokens.holds('b', 7)).toBe(false);
    await tell('{}');
    expect(await holding(0)).toEqual([true]);
  });

  it('is judged by the last good list, when the new one is broken or gone', async () => {
    await tell('{"a":1000}');
    expect(await holding(1_000)).toEqual([false]);
    await tell('{"a":');
    expect(await holding(1_000, 1_001)).toEqual([false, true]);
    await rm(file);
    await pause(30);
    expect(await holding(1_000, 1_001)).toEqual([false, true]);
  });

  it('is judged anew after the time that was set, however often it is asked meanwhile', async () => {
    const patient = new VoidedTokens(file, 60_000);
    expect(await patient.holds('a', 1)).toBe(true);
    await tell('{"a":1000}');
    expect(await patient.holds('a', 1)).toBe(true);
    expect(await tokens.holds('a', 1)).toBe(false);
  });
});
