import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { barcodesOf, firstOfStatement, nameOf, WIDEST_RANGE, withoutEdges } from './dirty-values.js';

describe('names', () => {
  it.each([
    ['（英国）葛瑞姆·汉卡克', '葛瑞姆·汉卡克', '英国'],
    ['(清) 曹雪芹　', '曹雪芹', '清'],
    ['[美]马克·吐温', '马克·吐温', '美'],
    ['〔日〕紫式部,', '紫式部', '日'],
    ['鲁迅　', '鲁迅', null],
  ])('%s', (text, name, country) => {
    expect(nameOf(text)).toEqual({ name, country });
  });

  it('lose the signs at their edges, however many there are', () => {
    expect(withoutEdges('Groza,')).toBe('Groza');
    expect(withoutEdges(' ，罗琳 / ')).toBe('罗琳');
    expect(withoutEdges(',,,')).toBe('');
    expect(withoutEdges(`a${','.repeat(200_000)}b`)).toHaveLength(200_002);
  });

  it('takes the first of a statement without what he did', () => {
    expect(firstOfStatement('(美)马克·吐温著 ; 张万里译')).toBe('马克·吐温');
    expect(firstOfStatement('国家统计局编')).toBe('国家统计局');
    expect(firstOfStatement(null)).toBeNull();
  });
});

describe('ranges of barcodes', () => {
  it.each([
    ['D040394-5', 2, 'D040394', 'D040395'],
    ['0010201-10', 10, '0010201', '0010210'],
    ['20295403-5408', 6, '20295403', '20295408'],
    ['D040394～D040399', 6, 'D040394', 'D040399'],
    ['ａ001', 1, 'A001', 'A001'],
    ['1708903', 1, '1708903', '1708903'],
    ['X-12', 1, 'X-12', 'X-12'],
    ['0010299-10', 1, '0010299-10', '0010299-10'],
    ['1-3003', 1, '1-3003', '1-3003'],
  ])('%s are %i', (text, count, first, last) => {
    const read = barcodesOf(text);
    const barcodes = read.is === 'barcodes' ? read.barcodes : [];
    expect([barcodes.length, barcodes[0], barcodes.at(-1)]).toEqual([count, first, last]);
  });

  it('stop where a school would not buy so many', () => {
    const upTo = (last: number) => barcodesOf(`00001-${String(last).padStart(5, '0')}`);
    expect(upTo(WIDEST_RANGE - 1)).toHaveProperty('barcodes.length', WIDEST_RANGE - 1);
    expect(upTo(WIDEST_RANGE)).toHaveProperty('barcodes.length', WIDEST_RANGE);
    expect(upTo(WIDEST_RANGE + 1)).toEqual({ is: 'too-wide', count: WIDEST_RANGE + 1 });
  });

  it('hold every number between, each once, as long as the head', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_000 }), fc.nat({ max: 99 }), (head, more) => {
        const first = String(head).padStart(5, '0');
        const last = String(head + more).padStart(5, '0');
        const read = barcodesOf(`B${first}-${last}`);
        expect(read.is === 'barcodes' ? read.barcodes : []).toEqual(
          Array.from({ length: more + 1 }, (_, at) => `B${String(head + at).padStart(5, '0')}`),
        );
      }),
    );
  });
});
