import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { numbersIn, volumeIn } from './numbers-in-text.js';

describe('numbers in their surroundings', () => {
  it.each([
    ['7-02-003343-1 (精装)', ['7-02-003343-1'], '精装'],
    ['ISBN 978-7-02-000220-7 : CNY25.00', ['978-7-02-000220-7'], 'CNY25.00'],
    ['978-7-02-000220-7（上册）', ['978-7-02-000220-7'], '上册'],
    ['978-7-02-000220-7 978-7-02-000221-4', ['978-7-02-000220-7', '978-7-02-000221-4'], null],
    ['7020002207; 702000220X', ['7020002207', '702000220X'], null],
    ['0960764216 (pbk.) :', ['0960764216'], 'pbk.'],
    ['ＩＳＢＮ：９７８７０２０００２２０７', ['9787020002207'], null],
    ['978－7－02－000220－7', ['978-7-02-000220-7'], null],
    ['978 7 02 000220 7', ['978 7 02 000220 7'], null],
    ['ISBN9787020002207精装39.80元', ['9787020002207'], '精装39.80元'],
    ['精装', [], '精装'],
    ['7-02-00022', ['7-02-00022'], null],
    ['97870200022071', ['97870200022071'], null],
    ['', [], null],
  ])('%j', (text, isbns, around) => {
    expect(numbersIn(text)).toEqual({ isbns, issns: [], unified: [], around });
  });

  it('are unified book numbers and ISSNs, too', () => {
    expect(numbersIn('统一书号 10019·3451').unified).toEqual(['10019·3451']);
    expect(numbersIn('1002-1442').issns).toEqual(['1002-1442']);
    expect(numbersIn('ISSN 1002-144X')).toMatchObject({ issns: ['1002-144X'], isbns: [] });
  });

  it('are found whatever words stand around them, and as many as there are', () => {
    const words = fc.constantFrom('', '(精装)', '：', 'ISBN ', '上册', ' pbk. ', '；', '￥');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(words, fc.stringMatching(/^97[89]\d{10}$/)), { minLength: 1, maxLength: 4 }),
        (pieces) => {
          const text = pieces.map(([before, isbn]) => `${before}${isbn} `).join('；');
          expect(numbersIn(text).isbns).toEqual(pieces.map(([, isbn]) => isbn));
        },
      ),
    );
  });
});

describe('a volume beside an ISBN', () => {
  it.each([
    ['上册', '上册'],
    ['第三卷', '第三卷'],
    ['v.2', 'v.2'],
    ['下 : 平装', '下'],
    ['精装', null],
    ['全3册', null],
    ['3册', null],
    ['上册, 下册', null],
    [null, null],
  ])('%j is %j', (around, volume) => {
    expect(volumeIn(around)).toBe(volume);
  });
});
