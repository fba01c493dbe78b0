import { describe, expect, it } from '@jest/globals';
import { classesIn } from './clc-table.js';

const table = (...lines: readonly (readonly [notation: string, words: string, parent?: string])[]) =>
  classesIn(lines.map(([notation, words, parent = ''], at) => ({ line: at + 2, notation, words, parent })));

describe('the schedules that a library hands in', () => {
  it('are a tree: below the class that is named, else the longest one that it begins with', () => {
    const { classes, problems } = table(
      ['I247.5', '新体长篇、中篇小说', 'I247'],
      ['I24', '小说'],
      ['I247', '当代作品（1949年～）'],
      ['[I249]', '民间'],
      ['TP31', '计算机软件'],
      ['I', '文学'],
    );
    expect(problems).toEqual([]);
    expect(Object.fromEntries(classes.map(({ notation, parent }) => [notation, parent]))).toEqual({
      'I247.5': 'I247',
      I24: 'I2',
      I247: 'I24',
      I249: 'I24',
      TP31: 'TP',
      I: null,
    });
  });

  it('say which lines are none: no class, no words, twice, below nothing, below themselves', () => {
    const { classes, problems } = table(
      ['813', '小说'],
      ['I24', ''],
      ['I25', '报告文学'],
      ['I25', '报告文学'],
      ['I26', '散文', 'I999'],
      ['I261', '散文甲', 'I26'],
      ['I27', '民间文学', 'I271'],
      ['I271', '民间甲', 'I27'],
    );
    expect(classes.map(({ notation }) => notation)).toEqual(['I25']);
    expect(problems.map(({ line, code }) => [line, code])).toEqual([
      [2, 'clc.invalid'],
      [3, 'clc-table.words-missing'],
      [5, 'clc-table.repeated'],
      [6, 'clc-table.parent-unknown'],
      [7, 'clc-table.parent-unknown'],
      [9, 'clc-table.parent-unknown'],
      [8, 'clc-table.parent-unknown'],
    ]);
  });
});
