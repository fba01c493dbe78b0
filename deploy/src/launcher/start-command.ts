import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { ServerTrouble } from '@shulian/embedded-servers';

import { whyNotWritten } from '../../bootstrap/why-not-written.mjs';
import { words } from '../../bootstrap/words.mjs';
import { askedToStop, once } from './asked-to-stop.js';
import { readLauncherConfig } from './launcher.config.js';
import { startCounty, type LoadSample, type RunningCounty, type SignIn } from './start.js';

const say = (line = ''): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);

/** After this long a stop that hangs is given up; everything it should have stopped notices that we are gone. */
const STOP_LIMIT_MS = 50_000;

/** In a process of its own, which gives back what it needed when it is done: the launcher itself stays small. */
const loadSample: LoadSample = (county) =>
  new Promise((resolve, reject) => {
    const main = fileURLToPath(new URL('../main.js', import.meta.url));
    const child = spawn(process.execPath, [main, 'load-sample'], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    let signIns: readonly SignIn[] | undefined;
    child.once('message', (told) => (signIns = told as readonly SignIn[]));
    child.once('error', reject);
    child.once('exit', () =>
      signIns === undefined
        ? reject(
            new Error(words('样书县没有载入，原因见上', 'the sample county could not be loaded; see above')),
          )
        : resolve(signIns),
    );
    child.send(county);
  });

const greet = (county: RunningCounty): void => {
  if (!county.secretsWereShown) {
    const [first, indent] = words('登录账号  |          ', 'Sign in as |           ').split('|');
    say(`${first}admin / ${county.adminPassword}`);
    for (const { username, password, role } of county.signIns)
      say(`${indent}${username} / ${password}  (${role})`);
    say(
      words(
        `只显示这一次，保存在 ${county.dataFolder}（secrets.json、sample.json，只有您能读）。`,
        `These are shown this once and kept in ${county.dataFolder} (secrets.json, sample.json; mode 0600).`,
      ),
    );
    county.noteSecretsShown();
  } else
    say(
      words(
        `第一次启动时的账号在 ${county.dataFolder}（secrets.json、sample.json）。`,
        `The sign-ins of the first start are kept in ${county.dataFolder} (secrets.json, sample.json).`,
      ),
    );
  say(words(`接口文档：${county.url}/docs`, `Documentation of the API: ${county.url}/docs`));
  // The same in every language: scripts wait for it.
  say(`Shulian is ready: ${county.url}`);
};

/** In the language of the person at the terminal, with what to do where we know it. */
const whyNotStarted = (error: unknown): string => {
  if (error instanceof ServerTrouble) return words(error.says.zh, error.says.en);
  return whyNotWritten(error) ?? (error instanceof Error ? error.message : String(error));
};

/** `npm start`: stays in the foreground until it is told to stop. Answers the exit code. */
export const start = async (input: { empty?: boolean; kafka?: boolean }): Promise<number> => {
  const config = readLauncherConfig();
  const stop = askedToStop();
  try {
    const county = await startCounty(
      input.kafka === true ? { ...config, bus: 'kafka' } : config,
      input.empty === true ? undefined : loadSample,
      stop,
    );
    greet(county);
    await once(stop);
    say(words('正在停止……', 'Stopping …'));
    setTimeout(() => {
      complain(words('有的没能及时停下', 'Not everything stopped in time'));
      process.exit(1);
    }, STOP_LIMIT_MS).unref();
    await county.stop();
    say(words('已停止', 'Stopped'));
    return 0;
  } catch (error) {
    complain(whyNotStarted(error));
    return 1;
  }
};
