import { once } from 'node:events';

import { words } from '../../bootstrap/words.mjs';
import { loadSampleCounty } from '../sample/load-sample-county.js';
import type { SampleCountyAsked } from './start.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const ofStep: Readonly<Record<string, string>> = {
  schools: '学校',
  catalogue: '书目',
  readers: '读者',
  lending: '借阅',
};
const nameOf = (step: string): string => words(ofStep[step] ?? step, step.padEnd(10));
const ofCount: Readonly<Record<string, string>> = {
  schools: '学校',
  classes: '班级',
  readers: '读者',
  titles: '书目',
  copies: '册',
  loans: '借出',
  returns: '归还',
  renewals: '续借',
};

/** Started by the launcher, which tells it the county over IPC and is told the sign-ins. */
export const loadSample = async (): Promise<void> => {
  process.once('disconnect', () => process.exit(1));
  const [{ url, adminPassword, clockFile }] = (await once(process, 'message')) as [SampleCountyAsked];
  say(words('正在载入样书县，只有这一次', 'Loading the sample county; this happens once'));
  let shown = '';
  const { signIns, ...counts } = await loadSampleCounty({
    baseUrl: url,
    adminPassword,
    clockFile,
    progress: (step, done, total) => {
      const tenth = total === 0 ? 10 : Math.floor((done / total) * 10);
      const line = `  ${nameOf(step)} ${String(tenth * 10).padStart(3)} %`;
      if (line !== shown) say(line);
      shown = line;
    },
  });
  say(
    `  ${Object.entries(counts)
      .map(([what, count]) => words(`${ofCount[what]} ${count}`, `${count} ${what}`))
      .join(words('，', ', '))}`,
  );
  process.send?.(signIns, () => process.exit(0));
};
