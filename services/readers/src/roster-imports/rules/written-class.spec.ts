import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readingsOfClass, writtenGrade, writtenNumber, type WrittenClass } from './written-class.js';

const digits = '零一二三四五六七八九';
const inChinese = (n: number): string => {
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? digits[ones] : ''}`;
};

describe('a written number', () => {
  it('is read in both scripts from 1 to 99, and nothing else is', () => {
    for (let n = 1; n <= 99; n += 1) {
      expect(writtenNumber(String(n))).toBe(n);
      expect(writtenNumber(inChinese(n))).toBe(n);
    }
    for (const text of ['', '0', '100', '一二', '十十', 'x', '零']) expect(writtenNumber(text)).toBeNull();
  });
});

describe('a written grade', () => {
  it('is read in all the ways schools write it', () => {
    const grade = (n: number) => ({ is: 'grade', grade: n });
    const ordinal = (n: number) => ({ is: 'ordinal', n });
    for (const [text, read] of [
      ['三年级', ordinal(3)],
      ['3', ordinal(3)],
      ['G3', ordinal(3)],
      ['Grade 7', grade(7)],
      ['四年级', grade(4)],
      ['小学三年级', grade(3)],
      ['初一', grade(7)],
      ['初中二年级', grade(8)],
      ['九年级', grade(9)],
      ['高三', grade(12)],
      ['12', grade(12)],
      ['２０２４级', { is: 'entry', year: 2024, section: null }],
      ['2024', { is: 'entry', year: 2024, section: null }],
      ['24级', { is: 'entry', year: 2024, section: null }],
      ['初2025级', { is: 'entry', year: 2025, section: 'junior' }],
      ['高中26级', { is: 'entry', year: 2026, section: 'senior' }],
    ] as const)
      expect([text, writtenGrade(text)]).toEqual([text, read]);
    for (const text of [
      '',
      '13',
      '十三年级',
      '初四',
      '高四',
      '小学七年级',
      '幼儿园',
      '1899级',
      '24',
      '2026届',
    ])
      expect([text, writtenGrade(text)]).toEqual([text, null]);
  });
});

describe('a written class', () => {
  const ordinal = (n: number) => ({ is: 'ordinal', n }) as const;
  const grade = (n: number) => ({ is: 'grade', grade: n }) as const;
  const entry = (year: number, section: 'primary' | 'junior' | 'senior' | null = null) =>
    ({ is: 'entry', year, section }) as const;

  it.each([
    ['2', null, 2],
    ['（2）班', null, 2],
    ['二班', null, 2],
    ['十二班', null, 12],
    ['第3班', null, 3],
    ['三年级2班', ordinal(3), 2],
    ['三(2)班', ordinal(3), 2],
    ['高一（3）班', grade(10), 3],
    ['2024级3班', entry(2024), 3],
    ['302班', ordinal(3), 2],
    ['712', grade(7), 12],
    ['1203班', grade(12), 3],
    ['高一一班', grade(10), 1],
    ['初二三班', grade(8), 3],
    ['高二十班', grade(11), 10],
    ['高二二十班', grade(11), 20],
    ['高一十一班', grade(10), 11],
    ['高2026级3班', entry(2026, 'senior'), 3],
    ['高26级3班', entry(2026, 'senior'), 3],
    ['初2025级5班', entry(2025, 'junior'), 5],
    ['23级(3)班', entry(2023), 3],
    ['八(2)', grade(8), 2],
    ['高一(3)', grade(10), 3],
    ['高三(12)班', grade(12), 12],
    ['高2(3)班', grade(11), 3],
    ['高302班', grade(12), 2],
    ['七年级（３）班', grade(7), 3],
    ['三 （２） 班', ordinal(3), 2],
    ['六年级〔2〕班', grade(6), 2],
    ['一年级二班', ordinal(1), 2],
    ['一年2班', ordinal(1), 2],
    ['初中二年级(3)班', grade(8), 3],
    ['高一年级3班', grade(10), 3],
    ['三二班', ordinal(3), 2],
    ['3-2班', ordinal(3), 2],
    ['七·3班', grade(7), 3],
    ['Grade 3 Class 2', ordinal(3), 2],
    ['Class 2, Grade 7', grade(7), 2],
  ] as const)('is read: %s', (text, written, classNo) => {
    expect(readingsOfClass(text)).toEqual([{ grade: written, classNo }]);
  });

  it.each([
    '',
    '班',
    '0',
    '0班',
    '实验班',
    '300',
    '300班',
    '三年级',
    '高一',
    '高12班',
    '高13',
    '3.1',
    '2024',
    '2026届3班',
    'A班',
    '1/2',
  ])('is not guessed: %s', (text) => {
    expect(readingsOfClass(text)).toEqual([]);
  });

  it('has all its readings where more than one is possible', () => {
    expect(readingsOfClass('二十班')).toEqual([
      { grade: null, classNo: 20 },
      { grade: ordinal(2), classNo: 10 },
    ]);
    expect(readingsOfClass('九十二班')).toHaveLength(2);
  });

  it('comes back from every way to write it, in both scripts and widths', () => {
    const wide = (text: string): string =>
      text.replaceAll(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
    const sections = { 初: 6, 初中: 6, 高: 9, 高中: 9 } as const;
    type Way = { readonly text: string; readonly reading: WrittenClass };
    const numbers = fc.integer({ min: 1, max: 30 });
    const wayOf = fc
      .record({
        n: fc.integer({ min: 1, max: 9 }),
        inSection: fc.integer({ min: 1, max: 3 }),
        section: fc.constantFrom(...(Object.keys(sections) as (keyof typeof sections)[])),
        year: fc.integer({ min: 2015, max: 2040 }),
        classNo: numbers,
        script: fc.constantFrom(String, inChinese),
        brackets: fc.constantFrom('()', '（）', '〔〕', '[]'),
        ending: fc.constantFrom('班', ''),
        form: fc.nat(5),
      })
      .map(({ n, inSection, section, year, classNo, script, brackets, ending, form }): Way => {
        const [open, close] = brackets;
        const no = script(classNo);
        const ofGrade = n <= 3 ? ordinal(n) : grade(n);
        const ofSection = grade(sections[section] + inSection);
        const long = { 初: 'junior', 初中: 'junior', 高: 'senior', 高中: 'senior' } as const;
        return [
          { text: `${script(n)}年级${no}${ending}`, reading: { grade: ofGrade, classNo } },
          { text: `${script(n)}${open}${no}${close}${ending}`, reading: { grade: ofGrade, classNo } },
          { text: `${section}${inChinese(inSection)}${no}班`, reading: { grade: ofSection, classNo } },
          {
            text: `${section}${script(inSection)}${open}${no}${close}`,
            reading: { grade: ofSection, classNo },
          },
          {
            text: `${section}${year}级${no}${ending}`,
            reading: { grade: entry(year, long[section]), classNo },
          },
          { text: `${year % 100}级${open}${no}${close}班`, reading: { grade: entry(year), classNo } },
        ][form] as Way;
      });
    fc.assert(
      fc.property(
        wayOf,
        fc.constantFrom(
          (text: string) => text,
          wide,
          (text: string) => [...text].join(' '),
        ),
        ({ text, reading }, written) => {
          expect([text, readingsOfClass(written(text))]).toEqual([text, [reading]]);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('never throws, whatever the cell holds', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'一二三十年级班初高小学中(（)）0123456789 级Gg') }),
        (text) => {
          for (const read of readingsOfClass(text)) expect(read.classNo).toBeGreaterThanOrEqual(1);
          writtenGrade(text);
        },
      ),
      { numRuns: 500 },
    );
  });
});
