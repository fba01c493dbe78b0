import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plainUrl } from './plain-url.js';

/** As it arrives: a character for each byte. */
const sent = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

describe('the address of a request', () => {
  it.each([
    ['/api/v1/titles?q=a&limit=5', '/api/v1/titles?q=a&limit=5'],
    [sent('/api/v1/titles?q=草房'), '/api/v1/titles?q=%E8%8D%89%E6%88%BF'],
    [sent('/api/v1/报表/é?x=ü y'.replace(' ', '+')), '/api/v1/%E6%8A%A5%E8%A1%A8/%C3%A9?x=%C3%BC+y'],
    ['/api/v1/jobs/1/%65vents', '/api/v1/jobs/1/events'],
    ['/api/v1/%6a%6F%62s/1/e%76ents?x=%41', '/api/v1/jobs/1/events?x=A'],
    ['/api/v1/jobs/1%2fevents', '/api/v1/jobs/1%2Fevents'],
    ['/a?q=100%25&r=%2B%26', '/a?q=100%25&r=%2B%26'],
    ['/a?q=%00', '/a?q=%00'],
    ['/a%00b', '/a%00b'],
    ['//api/v1/titles', '//api/v1/titles'],
    ['/a?q=%E8%8D%89' + sent('房'), '/a?q=%E8%8D%89%E6%88%BF'],
  ])('%j is read as %j', (written, plain) => {
    expect(plainUrl(written)).toBe(plain);
    expect(plainUrl(plain)).toBe(plain);
  });

  it.each([
    ['/a?q=%E8'],
    ['/a?q=%E8%8D'],
    ['/%E8'],
    ['/a?q=%zz'],
    ['/%zz'],
    ['/a?q=50%'],
    ['/a%'],
    ['/a%4'],
    // GB18030, as old browsers send it
    ['/a?q=\xb2\xdd\xb7\xbf'],
    ['/a\xff'],
    // half of a surrogate pair in what looks like UTF-8
    ['/a?q=%ED%A0%80'],
    ['/a#b'],
    ['*'],
    ['http://elsewhere/a'],
    [''],
  ])('%j cannot be read', (written) => {
    expect(plainUrl(written)).toBeNull();
  });

  it('means the same in its plain writing, which has one form', () => {
    const segment = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !/[\0/?#]/.test(text));
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 4 }), segment, fc.boolean(), (segments, value, raw) => {
        fc.pre(value.isWellFormed() && segments.every((each) => each.isWellFormed()));
        const write = (text: string): string =>
          raw && !/[\x00-\x20%&+=\x7f]/.test(text) ? sent(text) : encodeURIComponent(text);
        const plain = plainUrl(`/${segments.map(write).join('/')}?q=${write(value)}`);
        const [path = '', query = ''] = plain?.split('?q=') ?? [];
        expect(path.slice(1).split('/').map(decodeURIComponent)).toEqual(
          segments.length === 0 ? [''] : segments,
        );
        expect(decodeURIComponent(query)).toBe(value);
        expect(plainUrl(plain ?? '')).toBe(plain);
      }),
    );
  });
});
