import type { CalendarDay } from '@shulian/contracts/ids';
import type { NoticeKind } from '@shulian/contracts/words';
import type { NoticeLanguage } from './notice-template.js';

/** What one notice is about: days and counts, and who it is of in words. */
export type NoticeLine = {
  readonly readerName: string | null;
  readonly className: string | null;
  readonly count: number | null;
  readonly daysLate: number | null;
  readonly dueOn: CalendarDay | null;
  readonly amountFen: number | null;
};
export type NoticeMessage = {
  readonly kind: NoticeKind;
  readonly language: NoticeLanguage;
  readonly schoolName: string;
  readonly today: CalendarDay;
  readonly lines: readonly NoticeLine[];
};

export const yuan = (fen: number): string => (fen / 100).toFixed(2);
const sum = (numbers: readonly (number | null)[]): number =>
  numbers.reduce<number>((all, one) => all + (one ?? 0), 0);

/** One reader or class in a list: 李小树：2 册，已超期 3 天. */
export function lineOf(language: NoticeLanguage, line: NoticeLine): string {
  const who = line.readerName ?? line.className ?? '';
  const { count, daysLate, dueOn, amountFen } = line;
  const parts =
    language === 'zh'
      ? [
          count === null ? '' : `${String(count)} 册（项）`,
          daysLate === null ? '' : `超期 ${String(daysLate)} 天`,
          dueOn === null ? '' : `应于 ${dueOn} 前`,
          amountFen === null ? '' : `${yuan(amountFen)} 元`,
        ]
      : [
          count === null ? '' : `${String(count)} item(s)`,
          daysLate === null ? '' : `${String(daysLate)} day(s) late`,
          dueOn === null ? '' : `by ${dueOn}`,
          amountFen === null ? '' : `${yuan(amountFen)} yuan`,
        ];
  const said = parts.filter((part) => part !== '').join(language === 'zh' ? '，' : ', ');
  return language === 'zh' ? `${who}：${said}` : `${who}: ${said}`;
}

/** The values of all variables; of several lines counts are added up, and the oldest day counts. */
export function valuesOf({ language, schoolName, today, lines }: NoticeMessage): Record<string, string> {
  const [first] = lines;
  const days = lines.flatMap(({ dueOn }) => (dueOn === null ? [] : [dueOn])).sort();
  const classes = [...new Set(lines.flatMap(({ className }) => (className === null ? [] : [className])))];
  return {
    schoolName,
    today,
    readerName: first?.readerName ?? '',
    className: classes.join(language === 'zh' ? '、' : ', '),
    count: String(sum(lines.map(({ count }) => count))),
    daysLate: String(Math.max(0, ...lines.map(({ daysLate }) => daysLate ?? 0))),
    dueOn: days[0] ?? '',
    amount: yuan(sum(lines.map(({ amountFen }) => amountFen))),
    people: String(lines.length),
    lines: lines.map((line) => lineOf(language, line)).join('\n'),
  };
}

/** Facts as they could be, to look at a template with. */
export const sampleOf = (
  kind: NoticeKind,
  language: NoticeLanguage,
  schoolName: string,
  today: CalendarDay,
): NoticeMessage => {
  const className = language === 'zh' ? '三年级2班' : 'Class 3-2';
  const line = { className, count: 2, daysLate: 3, dueOn: today, amountFen: 2_350 };
  const names = language === 'zh' ? ['李小树', '王小河'] : ['Li Xiaoshu', 'Wang Xiaohe'];
  return {
    kind,
    language,
    schoolName,
    today,
    lines: names.map((readerName) => ({ ...line, readerName })),
  };
};
