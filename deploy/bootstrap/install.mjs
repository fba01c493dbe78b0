// Installs what package-lock.json names when node_modules lacks it. Plain JavaScript without dependencies, in syntax
// that Node 20.19 reads: it runs as the first thing after `git clone`.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

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
          console.error(`Waiting for process ${holder}, which does the ${name} of this checkout`);
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

/** Whether node_modules holds exactly what the lock file wants, by npm's own record of what it installed. */
const holdsWhatIsLocked = (root) => {
  const locked = read(join(root, 'package-lock.json'));
  const installed = read(join(root, 'node_modules', '.package-lock.json'));
  if (locked === undefined || installed === undefined) return false;
  const there = JSON.parse(installed).packages;
  return Object.entries(JSON.parse(locked).packages).every(([path, wanted]) => {
    if (
      !path.includes('node_modules/') ||
      wanted.link ||
      wanted.optional ||
      wanted.devOptional ||
      wanted.peer
    )
      return true;
    return there[path] !== undefined && there[path].version === wanted.version;
  });
};

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
  if (done.error) throw done.error;
  if (done.status !== 0) {
    console.error(`npm ${args.join(' ')} failed; see above`);
    process.exit(done.status ?? 1);
  }
};

/** After this node_modules is what package-lock.json says. Costs a few milliseconds when it was so before. */
export const install = (root) => {
  const stamp = join(root, 'node_modules', '.shulian-installed');
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (read(stamp) === wanted) return;
  alone(root, 'installation', () => {
    if (read(stamp) === wanted) return;
    if (!existsSync(join(root, 'node_modules')) || !holdsWhatIsLocked(root)) {
      console.error('Installing the packages of package-lock.json (npm ci) …');
      npm(root, ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
    }
    writeFileSync(stamp, wanted);
  });
};
