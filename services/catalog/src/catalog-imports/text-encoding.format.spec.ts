import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { decodeText, fileEncoding, recordEncoding } from './text-encoding.format.js';

const gbk = (text: string): Uint8Array => iconv.encode(text, 'gb18030');
const utf8 = (text: string): Uint8Array => Buffer.from(text);

describe('telling the coding of a file by its bytes', () => {
  it('sees UTF-8, GB18030 and MARC-8', () => {
    expect(fileEncoding([utf8('中国发展报告'), utf8('plain')], 'unimarc').encoding).toBe('utf-8');
    expect(fileEncoding([gbk('中国发展报告'), gbk('plain')], 'unimarc').encoding).toBe('gb18030');
    expect(fileEncoding([Buffer.from('Andre\xe6i, Fran\xf0cois', 'latin1')], 'marc21').encoding).toBe(
      'marc-8',
    );
    expect(fileEncoding([gbk('中国发展报告，鲁迅全集')], 'marc21').encoding).toBe('gb18030');
    expect(fileEncoding([utf8('plain')], 'unimarc').encoding).toBe('utf-8');
  });

  it('is not deceived by GBK that happens to be valid UTF-8 (联通)', () => {
    expect(fileEncoding([gbk('联通')], 'unimarc').encoding).toBe('gb18030');
    expect(recordEncoding(gbk('联通'), { encoding: 'gb18030', sure: true }, 'unimarc').encoding).toBe(
      'gb18030',
    );
  });

  it('reads the odd record of another coding in its own', () => {
    expect(
      recordEncoding(utf8('中国发展报告'), { encoding: 'gb18030', sure: true }, 'unimarc').encoding,
    ).toBe('utf-8');
    expect(recordEncoding(gbk('中国发展报告'), { encoding: 'utf-8', sure: true }, 'unimarc').encoding).toBe(
      'gb18030',
    );
    expect(recordEncoding(utf8('Việt'), { encoding: 'marc-8', sure: true }, 'marc21').encoding).toBe('utf-8');
    const oneBroken = Buffer.concat([utf8('中国发展报告鲁迅全集西游记'), Buffer.from([0xe4, 0xb8])]);
    expect(recordEncoding(oneBroken, { encoding: 'utf-8', sure: true }, 'unimarc').encoding).toBe('utf-8');
  });

  it('[CAT-027] brings Chinese text back as it was, whichever of the two it was written in', () => {
    const han = fc.string({
      unit: fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((point) => String.fromCodePoint(point)),
      minLength: 3,
    });
    fc.assert(
      fc.property(han, (text) => {
        expect(decodeText(utf8(text), fileEncoding([utf8(text)], 'unimarc').encoding).text).toBe(text);
        expect(decodeText(gbk(text), 'gb18030')).toEqual({ text, notes: [] });
      }),
    );
  });

  it('says when characters could not be read, and never throws', () => {
    expect(decodeText(Buffer.from([0x61, 0xff]), 'utf-8').notes).toEqual([
      { code: 'text.unreadable-characters' },
    ]);
    fc.assert(
      fc.property(
        fc.uint8Array(),
        fc.constantFrom('utf-8' as const, 'gb18030' as const, 'marc-8' as const),
        (any, encoding) => {
          expect(typeof decodeText(any, encoding).text).toBe('string');
          expect(['utf-8', 'gb18030', 'marc-8']).toContain(
            recordEncoding(any, { encoding, sure: true }, 'marc21').encoding,
          );
        },
      ),
    );
  });
});
