import { once } from 'node:events';

import { loadSampleCounty } from '../sample/load-sample-county.js';
import type { SampleCountyAsked } from './start.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Started by the launcher, which tells it the county over IPC and is told the sign-ins. */
export const loadSample = async (): Promise<void> => {
  process.once('disconnect', () => process.exit(1));
  const [{ url, adminPassword, clockFile }] = (await once(process, 'message')) as [SampleCountyAsked];
  say('Loading the sample county; this happens once');
  let shown = '';
  const { signIns, ...counts } = await loadSampleCounty({
    baseUrl: url,
    adminPassword,
    clockFile,
    progress: (step, done, total) => {
      const tenth = total === 0 ? 10 : Math.floor((done / total) * 10);
      const line = `  ${step.padEnd(10)} ${String(tenth * 10).padStart(3)} %`;
      if (line !== shown) say(line);
      shown = line;
    },
  });
  say(
    `  ${Object.entries(counts)
      .map(([what, count]) => `${count} ${what}`)
      .join(', ')}`,
  );
  process.send?.(signIns, () => process.exit(0));
};
