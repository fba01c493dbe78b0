// What comes of a copy at the desk, drawn from the table that its tests walk. `node deploy/checks/copy-states.mjs` writes
// docs/copy-states.md; with `--check` it fails when that page is stale.
import './from-source.mjs';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './source-files.mjs';

const page = 'docs/copy-states.md';
const desk = '../../services/circulation/src/desk';
const { COPY_STATE_TABLE } = await import(`${desk}/copy-state-table.builder.ts`);
const { allCells, COPY_STATES, OPERATIONS, QUEUES } = await import(`${desk}/copy-states.builder.ts`);

const readers = { same: 'the same reader', other: 'another reader' };
const desks = { own: 'the own', foreign: 'of another school' };
const queues = { empty: 'nobody', another: 'another', 'the-reader': 'the reader who acts' };

const listed = (words, all) => (words.length === all.length ? 'every state' : words.join(', '));
const resultOf = ({ refused, place, queue }) =>
  refused === undefined
    ? [place === 'as before' ? 'stays' : place, ...(queue === 'as before' ? [] : [queue])].join('; ')
    : `refused: ${refused.map((code) => `\`${code}\``).join(', ')}`;

const tableOf = (operation) => [
  `## ${operation}`,
  '',
  '| the copy is | reader | desk | who waits | then |',
  '| --- | --- | --- | --- | --- |',
  ...COPY_STATE_TABLE.filter((line) => line.operation === operation).map(
    ({ states, reader, desk: at, queue, result }) =>
      `| ${[
        listed(states, COPY_STATES),
        reader === undefined ? '' : readers[reader],
        at === undefined ? '' : desks[at],
        queue === undefined || queue.length === QUEUES.length
          ? ''
          : queue.map((who) => queues[who]).join(', '),
        resultOf(result),
      ].join(' | ')} |`,
  ),
  '',
];

const written = [
  '# What comes of a copy at the desk',
  '',
  'Written by `npm run emit` from `services/circulation/src/desk/copy-state-table.builder.ts`; do not edit. A test brings a copy into every',
  `state and does everything with it through the doors: ${allCells().length} cells, each with one line here. An empty field: it does not matter.`,
  '**same** is the reader the copy is lent to, kept for, or was lost by; **other** another one, **third** who waited before.',
  '',
  ...OPERATIONS.flatMap(tableOf),
].join('\n');

if (process.argv.includes('--check')) {
  if (readFileSync(join(root, page), 'utf8') !== written) {
    console.error(`${page} is stale: npm run emit`);
    process.exitCode = 1;
  }
} else writeFileSync(join(root, page), written);
