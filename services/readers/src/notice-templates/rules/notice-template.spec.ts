import { describe, expect, it } from '@jest/globals';
import type { CalendarDay } from '@shulian/contracts/ids';
import fc from 'fast-check';
import { allKeys, keyOfName, nameOfKey, rendered, unknownVariables } from './notice-template.js';
import { sampleOf, valuesOf } from './notice-values.js';
import { shippedWords } from './shipped-templates.js';

const overdue = { kind: 'overdue', recipient: 'reader', language: 'zh' } as const;
const ofClass = { ...overdue, recipient: 'class-teacher' } as const;
const today = '2026-10-12' as CalendarDay;

describe('a template of a notice', () => {
  it.each(allKeys.map((key) => [nameOfKey(key), key] as const))(
    'that is shipped, %s, names what it has and is filled whole',
    (name, key) => {
      const words = shippedWords(key);
      expect(unknownVariables(key, words)).toEqual([]);
      expect(keyOfName(name)).toBe(key);
      const { subject, body } = rendered(
        words,
        valuesOf(sampleOf(key.kind, key.language, '实验小学', today)),
      );
      for (const text of [subject, body]) expect(text).not.toMatch(/\{\{|\}\}|undefined|null/);
      expect(subject).not.toContain('\n');
    },
  );

  it.each([
    ['{{readerName}} {{ count }}', []],
    ['{{readrName}} {{amount}} {{readrName}}', ['readrName', 'amount']],
    ['{{lines}}', ['lines']],
    ['{{count} {{', ['{{']],
    ['count}}', ['}}']],
    ['{{__proto__}}{{constructor}}', ['__proto__', 'constructor']],
  ])('%j names %j that a reader’s notice does not have', (body, unknown) => {
    expect(unknownVariables(overdue, { subject: 'x', body })).toEqual(unknown);
  });

  it('has the list of a class in its text alone, and no name for the messenger of a school', () => {
    expect(unknownVariables(ofClass, { subject: 'x', body: '{{lines}}' })).toEqual([]);
    expect(unknownVariables(ofClass, { subject: '{{lines}}', body: 'x' })).toEqual(['lines']);
    const channel = { kind: 'recall', recipient: 'school-channel', language: 'zh' } as const;
    expect(unknownVariables(channel, { subject: 'x', body: '{{readerName}}' })).toEqual(['readerName']);
  });

  it('never lets a value make a new line, a header or a variable, whatever a name is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (readerName) => {
        const words = { subject: '{{readerName}}', body: '1 {{readerName}}\n2' };
        const { subject, body } = rendered(words, { readerName, count: '3' });
        expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
        expect(body.split('\n')).toHaveLength(2);
      }),
    );
    const names = rendered(
      { subject: '{{readerName}}', body: '{{readerName}}' },
      { readerName: '{{count}}\r\nBcc: x@y.cn', count: '3' },
    );
    expect(names).toEqual({ subject: '{{count}} Bcc: x@y.cn', body: '{{count}} Bcc: x@y.cn' });
  });

  it('adds up the lines of a class and tells each in its own', () => {
    const line = { className: '三年级1班', dueOn: today, amountFen: null };
    const values = valuesOf({
      kind: 'overdue',
      language: 'zh',
      schoolName: 'A',
      today,
      lines: [
        { ...line, readerName: '甲', count: 2, daysLate: 3 },
        { ...line, readerName: '乙', count: 1, daysLate: 9, dueOn: '2026-10-03' as CalendarDay },
      ],
    });
    expect(values).toMatchObject({
      count: '3',
      daysLate: '9',
      dueOn: '2026-10-03',
      people: '2',
      className: '三年级1班',
    });
    expect(values['lines']).toBe(
      '甲：2 册（项），超期 3 天，应于 2026-10-12 前\n乙：1 册（项），超期 9 天，应于 2026-10-03 前',
    );
  });
});
