import { escaped, page } from '../documents/plain-page.js';

/** The page of a library as activities tells it; see `library-pages.read`. */
export type LibraryPage = {
  readonly school: string;
  readonly zh: string | null;
  readonly en: string | null;
  readonly hours: string | null;
  readonly notices: readonly {
    readonly column: string;
    readonly title: string;
    readonly words: string;
    readonly showsFrom: string;
    readonly ofCounty: boolean;
  }[];
};
/** What the library has published of a week; see `public-class-weeks.list`. */
export type WeekOfClass = {
  readonly weekStartsOn: string;
  readonly className: string;
  readonly loans: number | null;
  readonly returned: number | null;
};
/** What readers have written to the library, as it was let through; see `library-pages.messages`. */
export type MessageShown = {
  readonly words: string;
  readonly writtenOn: string;
  readonly answers: readonly { readonly words: string; readonly writtenOn: string }[];
};
export type LibraryNamed = { readonly schoolId: string; readonly school: string };

const columns: readonly (readonly [column: string, zh: string, en: string])[] = [
  ['new-books', '新书快递', 'New books'],
  ['lending', '借阅安排', 'Lending'],
  ['activities', '读书活动', 'Activities'],
  ['reviews', '书评', 'Reviews'],
  ['essays', '学生征文', 'Essays of pupils'],
  ['rules', '规章制度', 'Rules'],
  ['messages', '读者留言答复', 'Messages answered'],
];

/** A blank line ends a paragraph; everything else is text. */
const paragraphs = (words: string, language: 'zh-CN' | 'en'): string =>
  words
    .split(/\n\s*\n/)
    .map((text) => `<p lang="${language}">${escaped(text.trim()).replaceAll('\n', '<br>')}</p>`)
    .join('');

/** What classes borrowed in the week that was published last. */
const weekHtml = (weeks: readonly WeekOfClass[]): string => {
  const [first] = weeks;
  if (first === undefined) return '';
  const cell = (value: number | null): string => `<td>${value === null ? '–' : String(value)}</td>`;
  const rows = weeks.map(
    ({ className, loans, returned }) =>
      `<tr><td>${escaped(className)}</td>${cell(loans)}${cell(returned)}</tr>`,
  );
  return `<h2>班级借阅 Classes</h2><p class="about"><time>${escaped(first.weekStartsOn)}</time></p><table><thead><tr><th>班级 class</th><th>借出 lent</th><th>归还 returned</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
};

/** Each with its answers; nobody is named. */
const messagesHtml = (messages: readonly MessageShown[]): string => {
  if (messages.length === 0) return '';
  const said = messages.map(({ words, writtenOn, answers }) => {
    const answered = answers.map((answer) => `<blockquote>${paragraphs(answer.words, 'zh-CN')}</blockquote>`);
    return `<p class="about"><time>${escaped(writtenOn)}</time></p>${paragraphs(words, 'zh-CN')}${answered.join('')}`;
  });
  return `<h2>读者留言 Messages</h2>${said.join('')}`;
};

/** Introduction, hours, then the notices by column, what classes borrowed, and messages; what there is nothing of is left out. */
export function libraryHtml(
  { school, zh, en, hours, notices }: LibraryPage,
  weeks: readonly WeekOfClass[] = [],
  messages: readonly MessageShown[] = [],
): string {
  const parts = [
    `<h1>${escaped(school)}图书馆</h1>`,
    zh === null ? '' : paragraphs(zh, 'zh-CN'),
    en === null ? '' : paragraphs(en, 'en'),
    hours === null ? '' : `<h2>开放时间 Hours</h2>${paragraphs(hours, 'zh-CN')}`,
    ...columns.map(([column, inChinese, inEnglish]) => {
      const own = notices.filter((notice) => notice.column === column);
      if (own.length === 0) return '';
      const told = own.map(
        ({ title, words, showsFrom, ofCounty }) =>
          `<h3>${escaped(title)}</h3><p class="about"><time>${escaped(showsFrom)}</time>${ofCounty ? ' · 全县' : ''}</p>${paragraphs(words, 'zh-CN')}`,
      );
      return `<h2>${inChinese} ${inEnglish}</h2>${told.join('')}`;
    }),
    weekHtml(weeks),
    messagesHtml(messages),
    '<p class="about"><a href="/library">各校图书馆 all libraries</a></p>',
  ];
  return page(`${school}图书馆`, parts.join(''));
}

export const librariesHtml = (libraries: readonly LibraryNamed[], next: string | null): string =>
  page(
    '各校图书馆',
    `<h1>各校图书馆 Libraries</h1><ul>${libraries
      .map(
        ({ schoolId, school }) =>
          `<li><a href="/library/${encodeURIComponent(schoolId)}">${escaped(school)}</a></li>`,
      )
      .join(
        '',
      )}</ul>${next === null ? '' : `<p><a href="/library?cursor=${encodeURIComponent(next)}">下一页 next</a></p>`}`,
  );
