import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  barcodesOf,
  firstOfStatement,
  HIGHEST_FEN,
  nameOf,
  priceInFen,
  WIDEST_RANGE,
  yearOf,
} from './dirty-values.js';

describe('prices', () => {
  it.each([
    ['CNY18.00', 1800], ['￥0.40', 40], ['0.38元', 38], ['7', 700], ['0.17', 17], ['CNY79.00 (含光盘)', 7900],
    ['CNY赠90.00', 9000], ['１８．００元', 1800], ['￥1,280.00', 128000], ['3元5角', 350], ['3元5角2分', 352], ['8角', 80],
    ['RMB 12.5', 1250], ['18.000', 1800], ['0', 0], ['.85', 85], ['¥ 25。00', 2500], ['CNY18.00(全2册)', 1800],
  ])('[CAT-115] %s is %i fen', (text, fen) => {
    expect(priceInFen(text)).toEqual({ is: 'price', fen });
  }); // prettier-ignore

  it.each([
    ['USD 12.00', 'foreign-currency'], ['HK$30', 'foreign-currency'], ['NT$200', 'foreign-currency'], ['1.60rub', 'foreign-currency'],
    ['Rs20.00', 'foreign-currency'], ['£5', 'foreign-currency'], ['10-20', 'not-a-number'], ['18.005', 'not-a-number'],
    ['面议', 'not-a-number'], ['1,2.00', 'not-a-number'], ['99999999999', 'out-of-range'],
  ])('%s is not read (%s)', (text, why) => {
    expect(priceInFen(text)).toEqual({ is: 'unreadable', why });
  }); // prettier-ignore

  it.each([null, 'CNY', '￥', '赠', ''])('%j holds no price', (text) => {
    expect(priceInFen(text)).toEqual({ is: 'none' });
  });

  it('fit an integer column, at its edge too', () => {
    expect(priceInFen('21474836.46')).toEqual({ is: 'price', fen: HIGHEST_FEN - 1 });
    expect(priceInFen('21474836.47')).toEqual({ is: 'price', fen: HIGHEST_FEN });
    expect(priceInFen('21474836.48')).toEqual({ is: 'unreadable', why: 'out-of-range' });
  });

  it('come back to the fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: HIGHEST_FEN }), (fen) => {
        const text = `${String(Math.floor(fen / 100))}.${String(fen % 100).padStart(2, '0')}`;
        expect(priceInFen(`CNY${text}`)).toEqual({ is: 'price', fen });
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => expect(priceInFen(text)).toHaveProperty('is')));
  });
});

describe('years', () => {
  it.each([
    ['1982.10', 1982], ['2012.06', 2012], ['[2005]', 2005], ['c1984', 1984], ['1998-', 1998], ['二〇〇五年', 2005], ['二○一二', 2012],
    ['民国25年', 1936], ['２００８', 2008], ['198210', 1982], ['1997 (2003重印)', 1997], ['00010101', null], ['19--', null], ['', null],
    ['[n.d.]', null], ['999', null], ['1000', 1000], ['2100', 2100], ['2101', null], [null, null],
  ])('%j is %s', (text, year) => {
    expect(yearOf(text)).toBe(year);
  }); // prettier-ignore
});

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
