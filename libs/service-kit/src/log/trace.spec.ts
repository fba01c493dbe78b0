import { describe, expect, it } from '@jest/globals';
import { requestIdFrom, traceFrom } from './trace.js';

const SHAPE = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

describe('the trace of a request', () => {
  it('keeps trace and flags of its caller, with a span of its own', () => {
    const { traceparent } = traceFrom('request-1', `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`);
    const [, trace, span, flags] = SHAPE.exec(traceparent) ?? [];
    expect([trace, flags]).toEqual(['a'.repeat(32), '01']);
    expect(span).not.toBe('b'.repeat(16));
  });

  it.each([undefined, '', 'nonsense', `00-${'A'.repeat(32)}-${'b'.repeat(16)}-01`])(
    'begins a trace of its own when the caller sends none (%s)',
    (sent) => expect(traceFrom('request-1', sent).traceparent).toMatch(SHAPE),
  );

  it('never repeats a trace or a span, over many pages of random bytes', () => {
    const made = Array.from({ length: 2_000 }, () => SHAPE.exec(traceFrom(undefined, undefined).traceparent));
    expect(made).not.toContain(null);
    expect(new Set(made.map((found) => found?.[1])).size).toBe(made.length);
    expect(new Set(made.map((found) => found?.[2])).size).toBe(made.length);
  });

  it('takes an id of 8 to 128 harmless characters, and no other', () => {
    for (const id of ['a'.repeat(8), 'a'.repeat(128), 'desk-1:2.3_4']) expect(requestIdFrom(id)).toBe(id);
    for (const id of [
      'a'.repeat(7),
      'a'.repeat(129),
      'with blank',
      '书联书联书联书联',
      undefined,
      ['a'.repeat(8)],
    ])
      expect(requestIdFrom(id)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
  });
});
