import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mailAddress, masked } from './mail-address.js';

const domainOf = (length: number): string => {
  const labels: string[] = [];
  for (let left = length - 3; left > 0; left -= 64) labels.push('a'.repeat(Math.min(63, left)));
  return [...labels, 'cn'].join('.').slice(-length);
};

describe('a mail address', () => {
  it.each([
    ['Li.Ming+lib@QQ.com', 'Li.Ming+lib@qq.com'],
    [' a@b.cn ', 'a@b.cn'],
    [`${'a'.repeat(64)}@b.cn`, `${'a'.repeat(64)}@b.cn`],
  ])('%s is kept as %s', (text, kept) => {
    expect(mailAddress(text)).toBe(kept);
  });

  it.each([
    '',
    '@b.cn',
    'a@',
    'a@b',
    'a b@c.cn',
    'a@b.cn,c@d.cn',
    'a@b.cn;c@d.cn',
    'a@b.cn\r\nBcc: c@d.cn',
    'Li <a@b.cn>',
    '<a@b.cn>',
    'a..b@c.cn',
    '.a@c.cn',
    'a@-b.cn',
    'a@b..cn',
    'a@127.0.0.1',
    '李@b.cn',
    `${'a'.repeat(65)}@b.cn`,
    `a@${'b'.repeat(64)}.cn`,
  ])('is not %j', (text) => {
    expect(mailAddress(text)).toBeNull();
  });

  it('has 254 characters at most', () => {
    const long = (length: number): string => `a@${domainOf(length - 2)}`;
    expect(long(254)).toHaveLength(254);
    expect([
      mailAddress(long(253)) !== null,
      mailAddress(long(254)) !== null,
      mailAddress(long(255)),
    ]).toEqual([true, true, null]);
  });

  it('never holds what could end a header or name another address', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.emailAddress(),
          fc.string().map((text) => `a@b.cn${text}`),
        ),
        (text) => {
          const kept = mailAddress(text);
          if (kept !== null) {
            expect(kept).not.toMatch(/[\s,;<>()[\]\\":\p{Cc}]/u);
            expect(kept.split('@')).toHaveLength(2);
            expect(mailAddress(kept)).toBe(kept);
            expect(masked(kept)).toMatch(/^.\*\*\*@/);
          }
        },
      ),
    );
  });
});
