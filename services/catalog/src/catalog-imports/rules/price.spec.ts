import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { HIGHEST_FEN, priceInFen } from './price.js';

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

  it.each([
    ['35元2册', 3500], ['35元/2册', 3500], ['CNY60.00/3册', 6000], ['120.00元/套', 12000], ['全3册 CNY120.00', 12000], ['定价：18.00元', 1800],
    ['人民币 45.5', 4550], ['每册5元', 500], ['¥1992', 199200], ['1992元', 199200], ['1998.00', 199800], ['2010.80', 201080],
    ['RMB35元', 3500], ['CNY28.00 (精装)', 2800], ['28.00.', 2800],
  ])('%s is surely yuan', (text, fen) => {
    expect(priceInFen(text)).toEqual({ is: 'price', fen });
  }); // prettier-ignore

  it.each([
    '39新元', 'CAD 44.17', '新台幣450元', '1992年', '1992', '2019.05', '2019.5', 'A$20', '台幣 300元', '450元(新台币)', '12.00 (USD)', '港幣25元',
    '25 DM', 'F 30', '3折', '18元起步5', '5.6.7', '8万元', '约30', '第3册', 'ISBN 7', '30 Fr.', 'SGD12', '￡5', '1200円', '35元或40元', '拢6.95',
  ])('%s is not surely yuan, so it is no price', (text) => {
    expect(priceInFen(text).is).toBe('unreadable');
  }); // prettier-ignore

  it('without a currency are prices only where yuan are the usual ones', () => {
    expect(priceInFen('6.95', false)).toEqual({ is: 'unreadable', why: 'not-a-number' });
    expect(priceInFen('CNY6.95', false)).toEqual({ is: 'price', fen: 695 });
  });

  it('never come from a text with a word that is none of a price', () => {
    const word = fc.stringMatching(/^[A-Za-z\u4e00-\u9fa5]{1,4}$/);
    fc.assert(
      fc.property(word, fc.integer({ min: 1, max: 9_999 }), fc.boolean(), (text, number, before) => {
        const known =
          /^(?:CNY|RMB|人民币|人民幣|定价|定價|价格|售价|单价|原价|现价|估价|赠|赠送|工本费|每?[册本套卷函张盒种期]|[元圆圓块角]整?|起|正|全|全套|共|计|[元圆圓块]?每?[册本套卷函张盒种期])*$/i;
        fc.pre(!known.test(text));
        expect(priceInFen(before ? text + String(number) : String(number) + text)).toMatchObject({
          is: 'unreadable',
        });
      }),
    );
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
