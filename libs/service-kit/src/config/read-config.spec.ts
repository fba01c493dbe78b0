import { describe, expect, it } from '@jest/globals';
import { Type } from '@sinclair/typebox';
import { readConfig } from './read-config.js';

const Config = Type.Object({
  PORT: Type.Integer({ minimum: 1, maximum: 10, default: 5 }),
  RATE: Type.Optional(Type.Number({ exclusiveMinimum: 0 })),
  SECRET: Type.String({ minLength: 8 }),
});

describe('the configuration', () => {
  it('takes defaults, and numbers from text', () => {
    expect(readConfig(Config, { SECRET: 'long enough' })).toEqual({ PORT: 5, SECRET: 'long enough' });
    expect(readConfig(Config, { SECRET: 'long enough', PORT: '10' }).PORT).toBe(10);
  });
  it.each([
    ['0.5', 0.5],
    ['300', 300],
  ])('takes a rate of %s', (RATE, rate) => {
    expect(readConfig(Config, { SECRET: 'long enough', RATE }).RATE).toBe(rate);
  });
  it.each(['0', '-1', '1e3', 'x'])('refuses to start with a rate of %s', (RATE) => {
    expect(() => readConfig(Config, { SECRET: 'long enough', RATE })).toThrow('RATE');
  });
  it.each(['0', '11', 'many', '1.5'])('refuses to start with a port of %s', (PORT) => {
    expect(() => readConfig(Config, { SECRET: 'long enough', PORT })).toThrow('PORT');
  });
  it('names what is wrong and never shows its value', () => {
    let message = '';
    try {
      readConfig(Config, { SECRET: 'short', PORT: 'many' });
    } catch (error) {
      message = String(error);
    }
    expect(message).toContain('SECRET');
    expect(message).not.toContain('short');
  });
});
