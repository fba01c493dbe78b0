import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { County } from './a-county.builder.js';

const root = join(import.meta.dirname, '..');

/** The commands of a guide: its shell blocks in which something is asked by curl, as they stand there. */
export const commandsOf = (guide: string): string =>
  [...readFileSync(join(root, guide), 'utf8').matchAll(/^```sh\n([\s\S]*?)^```/gm)]
    .map(([, block = '']) => block)
    .filter((block) => /\bcurl\b|^BASE=/m.test(block))
    .join('\n');

/** What a command of a guide was answered, in its order. */
export type Answered = { readonly status: number; readonly url: string };

/** A stream of events is left after this many seconds. */
const LEAVE_STREAM_AFTER = 3;
const MOST_SECONDS = 60;

/** `curl` as it is, which also notes what it was answered; a stream that was left did not fail. */
const NOTING = `
set -euo pipefail
curl() {
  local seconds=${MOST_SECONDS} result=0
  [[ " $* " == *" -N "* ]] && seconds=${LEAVE_STREAM_AFTER}
  command curl "$@" --max-time "$seconds" -w '%{stderr}told %{http_code} %{url_effective}\\n' || result=$?
  [[ $result == 28 && $seconds == ${LEAVE_STREAM_AFTER} ]] && result=0
  return "$result"
}
`;

/**
 * Runs a guide's commands in one shell, in the folder of the checkout, as a reader does who pastes them one after the other.
 * Only the address of the county, and the passwords that the guide leaves to `npm start`, are put in.
 */
export function runGuide(
  guide: string,
  county: County,
  passwords: Readonly<Record<string, string>>,
): Answered[] {
  const script = commandsOf(guide)
    .replaceAll('http://127.0.0.1:8080', county.url)
    .replace(/"username":"([^"]+)","password":"…"/g, (_, username: string) =>
      JSON.stringify({ username, password: passwords[username] ?? '' }).slice(1, -1),
    );
  const { status, stdout, stderr } = spawnSync('bash', ['-c', `${NOTING}${script}`], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, SHULIAN_DATA_DIR: county.folder },
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0)
    throw new Error(
      `${guide} ended with ${String(status)}:\n${stdout.slice(-2_000)}\n${stderr.slice(-2_000)}`,
    );
  return [...stderr.matchAll(/^told (\d+) (\S+)$/gm)].map(([, code, url = '']) => ({
    status: Number(code),
    url: url.replace(county.url, ''),
  }));
}
