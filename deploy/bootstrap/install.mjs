// Installs what package-lock.json names when node_modules lacks it. Plain JavaScript without dependencies, in syntax
// that Node 20.19 reads: it runs as the first thing after `git clone`.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { words } from './words.mjs';

const sleep = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

const alive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

const read = (file) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};

/** Runs `work` while no other process of this checkout does; the lock of a process that is gone is taken over. */
export const alone = (root, name, work) => {
  mkdirSync(join(root, '.cache'), { recursive: true });
  const lock = join(root, '.cache', `${name}.lock`);
  for (let waited = 0; ; waited += 200) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const holder = Number(read(lock));
      // An empty file is a lock in the making; give its owner a moment.
      if (holder > 0 ? !alive(holder) : waited > 2_000) rmSync(lock, { force: true });
      else {
        if (waited === 1_000)
          console.error(
            words(`等待进程 ${holder} 完成（${name}）`, `Waiting for process ${holder} (${name})`),
          );
        sleep(200);
      }
    }
  }
  try {
    return work();
  } finally {
    rmSync(lock, { force: true });
  }
};

/** Packages of the lock file that every machine needs, links to our own too; those of other platforms and of peers npm may leave out. */
const needed = (root) =>
  Object.entries(JSON.parse(read(join(root, 'package-lock.json'))).packages).filter(
    ([path, { optional, devOptional, peer }]) =>
      path.includes('node_modules/') && !optional && !devOptional && !peer,
  );

/** Whether node_modules holds what the lock file wants, by npm's own record of what it installed. */
const holdsWhatIsLocked = (root) => {
  const installed = read(join(root, 'node_modules', '.package-lock.json'));
  if (installed === undefined) return false;
  const there = JSON.parse(installed).packages;
  return needed(root).every(([path, { version }]) => there[path]?.version === version);
};

/** Needed packages, also those inside of others, whose folder is gone whatever npm recorded. */
const missing = (root) =>
  needed(root).flatMap(([path]) => (existsSync(join(root, path, 'package.json')) ? [] : [path]));

/**
 * npm as it was called, or the npm on the PATH. With `npm start` npm tells its own script, which is then run by the
 * Node that runs us: no other npm of the machine gets in between.
 */
const npm = (root, args) => {
  const script = process.env.npm_execpath;
  const viaNode = script !== undefined && /npm-cli\.[cm]?js$/.test(script);
  const [command, first] = viaNode ? [process.execPath, [script]] : ['npm', []];
  const done = spawnSync(command, [...first, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: !viaNode && process.platform === 'win32',
  });
  if (done.error?.code === 'ENOENT') {
    console.error(
      words(
        '找不到 npm：请安装带 npm 的 Node.js 24（https://nodejs.org），再运行一次。',
        'npm is not there: install Node.js 24 with npm (https://nodejs.org) and start again.',
      ),
    );
    process.exit(1);
  }
  if (done.error) throw done.error;
  if (done.status !== 0) {
    const command = `npm ${args.join(' ')}`;
    console.error(
      words(
        `${command} 没有成功，原因见上。请检查网络和 npm 的镜像设置（npm config get registry），再运行一次。`,
        `${command} failed; see above. Look at the network and at npm's registry (npm config get registry), and start again.`,
      ),
    );
    process.exit(done.status ?? 1);
  }
};

/** After this node_modules is what package-lock.json says. Costs some ten milliseconds when it was so before. */
export const install = (root) => {
  const stamp = join(root, 'node_modules', '.shulian-installed');
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const isInstalled = () => read(stamp) === wanted && missing(root).length === 0;
  if (isInstalled()) return;
  alone(root, 'npm ci', () => {
    if (isInstalled()) return;
    const isThere = existsSync(join(root, 'node_modules'));
    if (!isThere || !holdsWhatIsLocked(root) || missing(root).length > 0) {
      const [first, ...others] = isThere && holdsWhatIsLocked(root) ? missing(root) : [];
      if (first !== undefined)
        console.error(
          words(
            `node_modules 不完整：缺 ${first}${others.length > 0 ? ` 等 ${others.length + 1} 个包` : ''}`,
            `node_modules is not whole: ${first}${others.length > 0 ? ` and ${others.length} more` : ''} is missing`,
          ),
        );
      console.error(
        words(
          '正在按 package-lock.json 安装（npm ci）……',
          'Installing what package-lock.json names (npm ci) …',
        ),
      );
      npm(root, ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
    }
    writeFileSync(stamp, wanted);
  });
};
