import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { writtenClass, writtenGrade, writtenNumber } from './written-class.js';

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
      ['２０２４级', { is: 'entry', year: 2024 }],
      ['2024', { is: 'entry', year: 2024 }],
    ] as const)
      expect([text, writtenGrade(text)]).toEqual([text, read]);
    for (const text of ['', '13', '十三年级', '初四', '高四', '小学七年级', '幼儿园', '1899级'])
      expect([text, writtenGrade(text)]).toEqual([text, null]);
  });
});

describe('a written class', () => {
  it('is read with and without its grade', () => {
    const ordinal = (n: number) => ({ is: 'ordinal', n });
    for (const [text, read] of [
      ['2', { grade: null, classNo: 2 }],
      ['（2）班', { grade: null, classNo: 2 }],
      ['二班', { grade: null, classNo: 2 }],
      ['十二班', { grade: null, classNo: 12 }],
      ['三年级2班', { grade: ordinal(3), classNo: 2 }],
      ['三(2)班', { grade: ordinal(3), classNo: 2 }],
      ['高一（3）班', { grade: { is: 'grade', grade: 10 }, classNo: 3 }],
      ['2024级3班', { grade: { is: 'entry', year: 2024 }, classNo: 3 }],
      ['302班', { grade: ordinal(3), classNo: 2 }],
      ['712', { grade: { is: 'grade', grade: 7 }, classNo: 12 }],
    ] as const)
      expect([text, writtenClass(text)]).toEqual([text, read]);
    for (const text of ['', '班', '0', '0班', '实验班', '300', '三年级'])
      expect([text, writtenClass(text)]).toEqual([text, null]);
  });

  it('never throws, whatever the cell holds', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'一二三十年级班初高小学中(（)）0123456789 级Gg') }),
        (text) => {
          const read = writtenClass(text);
          if (read !== null) expect(read.classNo).toBeGreaterThanOrEqual(1);
          writtenGrade(text);
        },
      ),
      { numRuns: 500 },
    );
  });
});
