import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fingerprintOf, titleKeyOf } from './title-fingerprint.js';

describe('the fingerprint of a title', () => {
  it('does not see blanks, punctuation, width or case', () => {
    expect(titleKeyOf({ title: '’94 中国发展报告' })).toBe(titleKeyOf({ title: "'９４中国发展报告" }));
    expect(
      fingerprintOf({ title: 'Emma', firstContributor: 'Austen, Jane', publisher: 'Penguin Press' }),
    ).toBe(fingerprintOf({ title: 'EMMA.', firstContributor: 'Austen Jane', publisher: 'Penguin' }));
  });

  it('does not see the dynasty or country of an author, nor the word for a publisher', () => {
    expect(
      fingerprintOf({ title: '红楼梦', firstContributor: '（清）曹雪芹', publisher: '人民文学出版社' }),
    ).toBe(fingerprintOf({ title: '红楼梦', firstContributor: '曹雪芹', publisher: '人民文学' }));
  });

  it('tells volumes, authors and publishers apart', () => {
    const one = {
      title: '三国演义',
      partNumber: '上',
      firstContributor: '罗贯中',
      publisher: '人民文学出版社',
    };
    const others = [
      { ...one, partNumber: '下' },
      { ...one, firstContributor: '施耐庵' },
      { ...one, publisher: '岳麓书社' },
    ];
    for (const other of others) expect(fingerprintOf(other)).not.toBe(fingerprintOf(one));
  });

  it('is never empty for a title of signs only', () => {
    expect(titleKeyOf({ title: '？' })).not.toBe('');
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (title) => expect(fingerprintOf({ title })).toContain('#')),
    );
  });
});
