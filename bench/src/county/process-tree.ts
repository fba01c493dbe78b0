import { readdirSync, readFileSync } from 'node:fs';

const procFile = (pid: number, name: string): string => {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
};

/** Fields of `/proc/<pid>/stat` behind the command, which may hold blanks: 0 is the state, 1 the parent. */
const stat = (pid: number): string[] => {
  const text = procFile(pid, 'stat');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
};

/** A process and everything below it, by parents (Linux). */
export const treeOf = (root: number): number[] => {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    const parent = Number(stat(Number(name))[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const below = (pid: number): number[] => [pid, ...(children.get(pid) ?? []).flatMap(below)];
  return below(root);
};

export const commandOf = (pid: number): string => procFile(pid, 'cmdline').replaceAll('\0', ' ').trim();

/** Memory that is the process's own plus its share of what it shares, in bytes. */
export const pssOf = (pid: number): number =>
  Number(/^Pss:\s+(\d+) kB/m.exec(procFile(pid, 'smaps_rollup'))?.[1] ?? 0) * 1_024;

/** CPU time used so far, in seconds (user and system; clock ticks are 1/100 s on Linux). */
export const cpuSecondsOf = (pid: number): number => {
  const fields = stat(pid);
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100;
};
