import { describe, expect, it } from '@jest/globals';
import { librariesHtml, libraryHtml } from './library-html.js';

describe('the page of a library', () => {
  it('has its notices by column, in paragraphs, and nothing of what they say is markup', () => {
    const html = libraryHtml({
      school: '第一<小学>',
      zh: '建于一九五八年。\n\n藏书<b>两万</b>册。',
      en: null,
      hours: '周一至周五 11:30—12:30',
      notices: [
        {
          column: 'rules',
          title: '"规则"',
          words: '按时归还\n爱护图书',
          showsFrom: '2026-10-12',
          ofCounty: true,
        },
        { column: 'new-books', title: '新书', words: '到馆', showsFrom: '2026-10-12', ofCounty: false },
      ],
    });
    expect(html).toContain('<h1>第一&#60;小学&#62;图书馆</h1>');
    expect(html).toContain('<p lang="zh-CN">藏书&#60;b&#62;两万&#60;/b&#62;册。</p>');
    expect(html).toContain('按时归还<br>爱护图书');
    expect(html.indexOf('新书快递')).toBeLessThan(html.indexOf('规章制度'));
    expect(html).not.toContain('读书活动');
    expect(html).toContain('全县');
  });

  it('is reached from the list of all, page by page', () => {
    const html = librariesHtml([{ schoolId: 'a', school: '一小' }], 'x&y');
    expect(html).toContain('<a href="/library/a">一小</a>');
    expect(html).toContain('/library?cursor=x%26y');
  });
});
