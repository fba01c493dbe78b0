// Which Node runs the county: the one the lock file pins, whatever the machine has.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { words } from './words.mjs';

/** NestJS 12 and our own code want this much. */
const LEAST = [24, 11];

const recentEnough = (version) => {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1]);
};

const pinned = (root) => {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const folder = join(root, 'node_modules', name);
  const binary = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(binary)) return undefined;
  return { name, binary, version: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version };
};

/** Absolute path of the Node to use, its version asserted by running it. */
export const nodeBinary = (root) => {
  const own = pinned(root);
  if (own !== undefined) {
    const ask = () => spawnSync(own.binary, ['--version'], { encoding: 'utf8' });
    let told = ask();
    if (told.error?.code === 'EACCES') {
      chmodSync(own.binary, 0o755);
      told = ask();
    }
    if (told.stdout?.trim() === `v${own.version}`) return own.binary;
    const seen = String(told.error ?? (told.stdout || told.stderr)).trim();
    console.error(
      words(
        `${own.name} 应当是 Node ${own.version}，实际是：${seen}`,
        `${own.name} should be Node ${own.version}: ${seen}`,
      ),
    );
  }
  if (recentEnough(process.version)) return process.execPath;
  const least = LEAST.join('.');
  const machine = `${process.platform} ${process.arch}`;
  console.error(
    words(
      `书联要用 Node ${least} 或更新的版本。没有给 ${machine} 配好的 Node，本机的是 ${process.version}：请安装 Node 24（https://nodejs.org），再运行一次。`,
      `Shulian runs on Node ${least} or later. There is no pinned Node for ${machine}, and this machine's is ` +
        `${process.version}: install Node 24 (https://nodejs.org) and start again.`,
    ),
  );
  process.exit(1);
};
