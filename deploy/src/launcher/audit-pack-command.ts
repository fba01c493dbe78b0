import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { words } from '../../bootstrap/words.mjs';
import type { PublicApi } from '../sample/public-api.js';

type School = { readonly id: string; readonly code: string };
type PageOf<T> = { readonly items: readonly T[]; readonly nextCursor: string | null };

/** What the pack holds of each school. */
const ofSchool = (year: number, { id }: School): Readonly<Record<string, string>> => {
  const school = `schoolId=${id}`;
  const within = `from=${year}-01-01T00:00:00%2B08:00&to=${year + 1}-01-01T00:00:00%2B08:00`;
  return {
    'reads-by-account': `access-records/accounts?${school}&${within}`,
    'chain-of-the-log': `access-records/seals?${school}`,
    'what-was-forgotten': `forgetting/runs?${school}`,
  };
};

/** A gateway that is asked too much says when to come again. */
const patiently = async (ask: () => Promise<Response>): Promise<Response> => {
  for (let tries = 1; ; tries += 1) {
    const answer = await ask();
    if ((answer.status !== 429 && answer.status !== 503) || tries === 30) return answer;
    await pause(Math.min(Number(answer.headers.get('retry-after') ?? 1), 5) * 1_000);
  }
};

/**
 * Writes all that the yearly audit asks for into a folder, as workbooks: the fields that hold something of a person, what each school answers for, and for
 * each school who read, the chain of the log and what was forgotten. Nobody is named.
 * @returns the folder
 */
export const writeAuditPack = async (
  api: PublicApi,
  year: number,
  into: string,
  say: (line: string) => void,
): Promise<string> => {
  const folder = resolve(into);
  mkdirSync(folder, { recursive: true });
  const token = await api.accessToken();
  const save = async (name: string, path: string): Promise<void> => {
    const answer = await patiently(() =>
      fetch(`${api.baseUrl}/api/v1/${path}${path.includes('?') ? '&' : '?'}format=xlsx`, {
        headers: { authorization: `Bearer ${token}` },
      }),
    );
    if (!answer.ok) throw new Error(`${path} answered ${String(answer.status)}`);
    writeFileSync(join(folder, `${name}.xlsx`), Buffer.from(await answer.arrayBuffer()));
    say(`${name}.xlsx`);
  };
  await save('data-dictionary', 'data-dictionary');
  await save('schools', `privacy-audits?year=${year}`);
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: PageOf<School> = await api.get(
      `/api/v1/schools?limit=500${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    for (const school of page.items)
      for (const [name, path] of Object.entries(ofSchool(year, school)))
        await save(`${school.code.replaceAll(/[^\w-]/g, '_')}-${name}`, path);
    cursor = page.nextCursor;
  }
  say(words(`审计材料在 ${folder}`, `the audit pack lies in ${folder}`));
  return folder;
};
