import { problemTitles, type ProblemCode } from '@shulian/contracts/problems';
import { escaped, page } from './plain-page.js';

const isCode = (code: string): code is ProblemCode => Object.hasOwn(problemTitles, code);

/** What a code means, in both languages: as data and as a page; null when there is no such code. */
export function problemOf(code: string): { readonly data: object; readonly html: string } | null {
  if (!isCode(code)) return null;
  const { zh, en } = problemTitles[code];
  return {
    data: { code, title: { zh, en } },
    html: page(
      code,
      `<h1><code>${escaped(code)}</code></h1><p lang="zh-CN">${escaped(zh)}</p><p lang="en">${escaped(en)}</p>
<p class="about">程序请依据代码判断，文字可能变化。 Programs decide by the code; the words may change.</p>
<p><a href="/problems">全部代码 all codes</a> · <a href="/docs">接口说明 the API</a></p>`,
    ),
  };
}

/** Every code there is. */
export const allProblems = {
  data: { items: Object.entries(problemTitles).map(([code, title]) => ({ code, title })) },
  html: page(
    '问题代码 problem codes',
    `<h1>问题代码 Problem codes</h1><table>${Object.entries(problemTitles)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(
        ([code, { zh, en }]) =>
          `<tr><td><a href="/problems/${code}"><code>${code}</code></a></td><td lang="zh-CN">${escaped(zh)}</td><td lang="en">${escaped(en)}</td></tr>`,
      )
      .join('')}</table>`,
  ),
};
