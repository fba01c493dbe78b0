import { parseArgs } from 'node:util';
import { runTour } from './tour.js';

/** A county that answers, and the password of its account `admin`. */
export type Instance = { readonly baseUrl: string; readonly adminPassword: string };

/** What the launcher knows and the tour does not: where a county runs, and how to run one. */
export type Counties = {
  /** The instance of the data folder, or null when none runs there. */
  readonly running: () => Promise<Instance | null>;
  /** A county of its own in a new folder, without the sample; `stop` ends it and removes the folder. */
  readonly start: () => Promise<Instance & { readonly stop: () => Promise<void> }>;
};

const usage = `npm run tour [-- --lang zh|en]

Walks the main job of a school library through the public API: against SHULIAN_URL (with SHULIAN_ADMIN_PASSWORD), else
against the county that runs in the data folder, else against one it starts and stops itself. Opens a school of its own.
Exit code 1 when anything is off.`;

/** `npm run tour`; the exit code. */
export async function tourCommand(args: readonly string[], counties: Counties): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { lang: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const language = (values.lang ?? process.env['LANG'] ?? '').startsWith('en') ? 'en' : 'zh';
  const url = process.env['SHULIAN_URL'];
  const named = url
    ? { baseUrl: url.replace(/\/$/, ''), adminPassword: process.env['SHULIAN_ADMIN_PASSWORD'] ?? '' }
    : await counties.running();
  if (named) return (await runTour({ ...named, language })) ? 0 : 1;
  const own = await counties.start();
  try {
    return (await runTour({ ...own, language })) ? 0 : 1;
  } finally {
    await own.stop();
  }
}
