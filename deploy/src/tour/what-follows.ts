import { until } from '../sample/public-api.js';
import type { Narrator } from './narrator.js';
import type { followEvents } from './overheard-events.js';
import type { School } from './the-school.js';
import { copiesInFile, soonMs, tourReaders, tourWorks } from './tour-files.js';

type Figures = {
  readonly asOf: string;
  readonly titles: number;
  readonly copies: number;
  readonly readers: number;
  readonly openLoans: number;
  readonly loansToday: number;
  readonly returnsToday: number;
};

export async function figures(
  { id, librarian }: School,
  expected: { loans: number; returns: number },
  say: Narrator,
): Promise<void> {
  const wanted = {
    titles: tourWorks.length,
    copies: copiesInFile + 1,
    readers: tourReaders.length,
    openLoans: expected.loans - expected.returns,
    loansToday: expected.loans,
    returnsToday: expected.returns,
  };
  const names = Object.keys(wanted) as (keyof typeof wanted)[];
  const seen = await until(
    () => librarian.get<Figures>(`/api/v1/figures?schoolId=${id}`),
    (found) => names.every((name) => found[name] === wanted[name]),
    soonMs,
  ).catch(() => librarian.get<Figures>(`/api/v1/figures?schoolId=${id}`));
  for (const name of names)
    say.check(
      seen[name] === wanted[name],
      `${name} = ${wanted[name]}`,
      `${name} = ${wanted[name]}`,
      seen[name],
    );
  say.tell(`数字的时点：${seen.asOf}`, `figures as of ${seen.asOf}`);
  say.chart([
    ['种', 'titles', seen.titles],
    ['册', 'copies', seen.copies],
    ['读者', 'readers', seen.readers],
    ['今日借出', 'lent today', seen.loansToday],
    ['今日归还', 'returned today', seen.returnsToday],
    ['在借', 'on loan', seen.openLoans],
  ]);
}

export async function listenBack(
  overheard: Awaited<ReturnType<typeof followEvents>>,
  say: Narrator,
): Promise<void> {
  const { events, stop } = overheard;
  const typesHeard = () => new Set(events.map(({ type }) => type));
  const needed = [
    'shulian.catalog.copy.accessioned.v1',
    'shulian.readers.reader.enrolled.v1',
    'shulian.circulation.loan.checked-out.v1',
    'shulian.circulation.loan.returned.v1',
    'shulian.circulation.hold.placed.v1',
    'shulian.circulation.hold.ready.v1',
    'shulian.activities.reading-note.accepted.v1',
  ];
  await until(
    () => Promise.resolve(typesHeard()),
    (types) => needed.every((type) => types.has(type)),
    soonMs,
  ).catch(() => undefined);
  const missing = needed.filter((type) => !typesHeard().has(type));
  say.check(
    missing.length === 0,
    `同时听到 ${events.length} 个事件`,
    `${events.length} events were heard meanwhile`,
    missing,
  );
  const personal = tourReaders.flatMap(({ name, cardNumber }) => [name, `"${cardNumber}"`]);
  const leaked = events.filter(({ text }) => personal.some((word) => text.includes(word)));
  say.check(
    leaked.length === 0,
    '事件里没有姓名，没有证号',
    'no name and no card number in any of them',
    leaked.slice(0, 3),
  );
  say.check(await stop(), '事件流一直没有断', 'the stream of events never broke');
}
