import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { faceOf } from './faces.js';
import { linesOf, oneLine } from './lines.js';
import { printable } from './printable.js';

const setting = { face: faceOf('regular'), size: 10 };

describe('a text in lines', () => {
  it.each([
    [39.9, 2],
    [40, 1],
    [40.1, 1],
  ])('of four characters needs, at %d points, %i of them', (width, lines) => {
    expect(linesOf('四个汉字', width, setting)).toHaveLength(lines);
  });
  it('has no comma at the beginning of one', () => {
    for (const line of linesOf('一二三，四五六，七八九，', 30, setting)) expect(line).not.toMatch(/^，/);
  });
  it('breaks a number that is wider than the line', () => {
    expect(linesOf('0'.repeat(20), 30, setting).join('')).toBe('0'.repeat(20));
  });
  it('is whole and never too wide, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.integer({ min: 30, max: 200 }),
        (text, width) => {
          const shown = printable(text);
          const lines = linesOf(shown, width, setting);
          expect(lines.join('').replaceAll(' ', '')).toBe(shown.replaceAll(' ', ''));
          for (const line of lines)
            if ([...line].length > 1)
              expect(setting.face.widthOf(line, 10)).toBeLessThanOrEqual(width + 0.001);
        },
      ),
    );
  });
  it('ends with dots where only one line is wanted', () => {
    expect(oneLine('四个汉字', 40, setting)).toBe('四个汉字');
    expect(oneLine('五个汉字字', 40, setting)).toBe('五个汉…');
  });
});

describe('a printable text', () => {
  it('composes the tones of pinyin and leaves out what nobody sees', () => {
    expect(printable('nu\u0308\u030c\u200b\ufeff')).toBe('nǚ');
  });
  it('is on one line', () => {
    expect(printable(' 一\r\n二\u3000三\t')).toBe('一 二 三');
  });
  it('has no character that the type lacks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const character of printable(text))
          expect(setting.face.has(character.codePointAt(0) ?? 0)).toBe(true);
      }),
    );
  });
  it('holds every character of the names and words that the law lists for general use beyond the core', () => {
    const listed =
      '㑇㑊㕮㘎㙍㙘㙦㛃㛚㛹㟃㠇㠓㤘㥄㧐㧑㧟㫰㬊㬎㬚㭎㭕㮾㰀㳇㳘㳚㴔㵐㶲㸆㸌㺄㻬㽏㿠䁖䂮䃅䃎䅟䌹䎃䎖䏝䏡䏲䐃䓖䓛䓨䓫䓬䗖䗛䗪䗴䜣䝙䢺䢼䣘䥽䦃䲟䲠䲢䴓䴔䴕䴖䴗䴘䴙䶮';
    expect(printable(listed)).toBe(listed);
  });
});
