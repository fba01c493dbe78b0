import { describe, expect, it } from '@jest/globals';
import { Type } from '@sinclair/typebox';
import { readConfig } from './read-config.js';

const Config = Type.Object({
  PORT: Type.Integer({ minimum: 1, maximum: 10, default: 5 }),
  SECRET: Type.String({ minLength: 8 }),
});

describe('the configuration', () => {
  it('takes defaults, and numbers from text', () => {
    expect(readConfig(Config, { SECRET: 'long enough' })).toEqual({ PORT: 5, SECRET: 'long enough' });
    expect(readConfig(Config, { SECRET: 'long enough', PORT: '10' }).PORT).toBe(10);
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
