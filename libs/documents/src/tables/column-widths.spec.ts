import { describe, expect, it } from '@jest/globals';
import { faceOf } from '../type/faces.js';
import { columnWidths, type ColumnSample } from './column-widths.js';

const paper = { upright: 500, across: 760, padding: 6, sizes: [9, 8, 7, 6] };
const text = (length: number): ColumnSample => ({
  title: '书',
  cells: ['字'.repeat(length)],
  mayBreak: true,
});
const day: ColumnSample = { title: '日', cells: ['2026-10-12'], mayBreak: false };
const total = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0);

describe('widths of columns', () => {
  it('fill upright paper where everything fits, the texts taking what is left', () => {
    const { across, size, widths } = columnWidths([text(10), day], paper);
    expect([across, size]).toEqual([false, 9]);
    expect(total(widths)).toBeCloseTo(500);
    expect(widths[1]).toBeLessThan(70);
  });
  it('turn the paper where upright is too narrow', () => {
    expect(columnWidths([text(22), text(22), day, day, day], paper)).toMatchObject({ across: true, size: 9 });
  });
  it('make the type smaller where even across is too narrow for days', () => {
    const { size, widths } = columnWidths(
      Array.from({ length: 16 }, () => day),
      paper,
    );
    expect(size).toBeLessThan(9);
    expect(total(widths)).toBeLessThanOrEqual(760.001);
  });
  it('leave a barcode whole where texts are broken', () => {
    const barcode: ColumnSample = { title: '条码', cells: ['YS0100010049'], mayBreak: true };
    const { size, widths } = columnWidths([text(90), text(90), text(90), barcode, day, day, day], paper);
    expect((widths[3] ?? 0) - paper.padding + 0.001).toBeGreaterThanOrEqual(
      faceOf('regular').widthOf('YS0100010049', size),
    );
    expect(total(widths)).toBeLessThanOrEqual(760.001);
  });
  it('never become wider than the paper, however many columns there are', () => {
    const { widths } = columnWidths(
      Array.from({ length: 60 }, () => day),
      paper,
    );
    expect(total(widths)).toBeCloseTo(760);
  });
});
