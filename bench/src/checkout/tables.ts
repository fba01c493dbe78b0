import type { Measured } from '../load/desks.js';
import { bareWays } from './baseline.js';
import type { ProfileSummary } from './cpu-profile.js';
import type { Contestant, Summary } from './pairs.js';

const ms = (value: number): string => value.toFixed(1);
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] => {
  const widths = head.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  return [
    line(head),
    line(widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`))),
    ...rows.map(line),
  ];
};

const figures = (measured: Measured): string[] => [
  String(Math.round(measured.perSecond)),
  ms(measured.p50),
  ms(measured.p95),
  ms(measured.p99),
];

const names: Readonly<Record<Contestant, string>> = {
  seven: 'bare, seven trips',
  merged: 'bare, one statement',
  'same-rows': 'bare, the same rows in seven trips',
  ours: 'Shulian through the gateway',
};

/** Checkouts a second and milliseconds, all contestants a number of desks. */
export const comparisonTable = (summaries: readonly Summary[]): string[] =>
  table(
    ['desks', 'who', 'checkouts/s', 'p50 ms', 'p95 ms', 'p99 ms', 'ours by it', 'least–most'],
    summaries.flatMap(({ desks, of, ratio }) =>
      [...bareWays, 'ours' as const].map((who) => [
        String(desks),
        names[who],
        ...figures(of[who]),
        ...(who === 'ours'
          ? ['', '']
          : [ratio[who][0].toFixed(2), `${ratio[who][1].toFixed(2)}–${ratio[who][2].toFixed(2)}`]),
      ]),
    ),
  );

export const lagTable = (summaries: readonly Summary[]): string[] =>
  table(
    ['desks', 'oldest unsent event', 'oldest event reporting had not read', 'all read after the end'],
    summaries.map(({ desks, worstLag, drainSeconds }) => [
      String(desks),
      `${Math.round(worstLag.unsent * 1_000)} ms`,
      `${Math.round(worstLag.unread * 1_000)} ms`,
      `${Math.round(drainSeconds * 1_000)} ms`,
    ]),
  );

export type CpuOfRun = { readonly acts: number; readonly seconds: ReadonlyMap<string, number> };

/** Milliseconds of CPU a checkout, by part and run; it tells more than the clock where others use the same cores. */
export const cpuTable = (runs: Readonly<Record<Exclude<Contestant, 'merged'>, CpuOfRun>>): string[] => {
  const of = ({ acts, seconds }: CpuOfRun, name: string): number => ((seconds.get(name) ?? 0) * 1_000) / acts;
  const shown = (value: number): string => (value < 0.0005 ? '' : value.toFixed(3));
  const columns = (['ours', 'seven', 'same-rows'] as const).map((who) => [who, runs[who]] as const);
  const parts = [...new Set(columns.flatMap(([, run]) => [...run.seconds.keys()]))].filter((part) =>
    columns.some(([, run]) => of(run, part) >= 0.005),
  );
  const sum = (run: CpuOfRun): number => parts.reduce((total, part) => total + of(run, part), 0);
  return table(
    ['CPU ms a checkout', ...columns.map(([who]) => names[who])],
    [
      ...parts.map((part) => [part, ...columns.map(([, run]) => shown(of(run, part)))]),
      ['all', ...columns.map(([, run]) => shown(sum(run)))],
    ],
  );
};

const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;

export const profileTable = (name: string, summary: ProfileSummary): string[] => [
  `${name}: busy ${percent(summary.busySeconds / summary.seconds)} of ${summary.seconds.toFixed(1)} s; self time by package`,
  ...table(
    ['package', 'share'],
    summary.packages
      .filter(([, part]) => part >= 0.01)
      .slice(0, 14)
      .map(([what, part]) => [what, percent(part)]),
  ),
  '',
  ...table(
    ['function', 'share'],
    summary.functions.slice(0, 18).map(([what, part]) => [what, percent(part)]),
  ),
];

export const singleTable = (rows: readonly (readonly [string, Measured])[]): string[] =>
  table(
    ['', 'checkouts/s', 'p50 ms', 'p95 ms', 'p99 ms'],
    rows.map(([name, measured]) => [name, ...figures(measured)]),
  );
