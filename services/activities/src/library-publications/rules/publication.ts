import type { CalendarDay, LibraryNoticeId, SchoolId } from '@shulian/contracts/ids';

export const CHANNELS = [
  'web',
  'display',
  'board',
  'window',
  'blackboard',
  'e-screen',
  'broadcast',
  'school-paper',
] as const;
/** 网络, 实物, 展示板, 橱窗, 黑板报, 电子屏, 广播, 校报. */
export type Channel = (typeof CHANNELS)[number];
export const PUBLICATION_COLUMNS = ['new-books', 'reviews', 'activities', 'essays'] as const;
export type PublicationColumn = (typeof PUBLICATION_COLUMNS)[number];
export const PUBLICATION_STATUSES = ['draft', 'published', 'withdrawn'] as const;
export type PublicationStatus = (typeof PUBLICATION_STATUSES)[number];

/** What a library publishes, and on which channels. */
export type Publication = {
  readonly id: string;
  readonly version: number;
  readonly schoolId: SchoolId;
  readonly column: PublicationColumn;
  readonly title: string;
  readonly words: string;
  readonly titleIds: readonly string[];
  readonly issueId: string | null;
  readonly channels: readonly Channel[];
  readonly status: PublicationStatus;
  readonly showsFrom: CalendarDay | null;
  readonly showsUntil: CalendarDay | null;
  readonly noticeId: LibraryNoticeId | null;
};

/** The words with the titles under them, each on a line of its own, cut where there is no more room. */
export function wordsWithTitles(words: string, titles: readonly string[], most: number): string {
  if (titles.length === 0) return words;
  const whole = `${words}\n\n${titles.map((title) => `《${title}》`).join('\n')}`;
  return whole.length <= most ? whole : `${whole.slice(0, most - 1)}…`;
}

/** What is read out: greeting, what it is, the titles one by one, and an end. Nobody is named. */
export const scriptOf = (
  school: string,
  { title, words }: Pick<Publication, 'title' | 'words'>,
  titles: readonly string[],
): string =>
  [
    `各位老师、同学，大家好！这里是${school}图书馆广播。`,
    `今天播送：${title}。`,
    words,
    ...(titles.length === 0
      ? []
      : [
          `推荐图书${String(titles.length)}种：`,
          ...titles.map((name, at) => `${String(at + 1)}.《${name}》`),
        ]),
    '欢迎大家到图书馆借阅。播送完毕，谢谢收听。',
  ].join('\n');
