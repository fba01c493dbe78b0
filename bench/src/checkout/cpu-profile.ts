import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** As V8's profiler writes it; times in microseconds. */
type CpuProfile = {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: {
      readonly functionName: string;
      readonly url: string;
      readonly lineNumber: number;
    };
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
};

export type ProfileSummary = {
  readonly busySeconds: number;
  readonly seconds: number;
  /** Share of the busy time, by package, largest first. */
  readonly packages: readonly (readonly [name: string, share: number])[];
  readonly functions: readonly (readonly [name: string, share: number])[];
};

/** Which room of the house a frame belongs to: our own projects, a package of the registry, Node, or the engine. */
export const packageOf = (url: string, functionName: string): string => {
  if (url === '') return functionName === '(garbage collector)' ? 'garbage collector' : 'V8 and native code';
  if (url.startsWith('node:')) return `node:${url.slice(5).split('/').slice(0, 2).join('/')}`;
  const inside = url.lastIndexOf('/node_modules/');
  if (inside >= 0) {
    const [scope = '', name = ''] = url.slice(inside + '/node_modules/'.length).split('/');
    return scope.startsWith('@') ? `${scope}/${name}` : scope;
  }
  return /\/((?:services|libs)\/[^/]+)\//.exec(url)?.[1] ?? url;
};

const share = (seconds: Map<string, number>, whole: number): (readonly [string, number])[] =>
  [...seconds].sort(([, a], [, b]) => b - a).map(([name, used]) => [name, used / whole] as const);

/** Self time by package and by function; idle time left out. */
export const summariseProfile = (profile: CpuProfile): ProfileSummary => {
  const frames = new Map(profile.nodes.map((node) => [node.id, node.callFrame]));
  const packages = new Map<string, number>();
  const functions = new Map<string, number>();
  let busy = 0;
  let all = 0;
  profile.samples.forEach((id, at) => {
    const frame = frames.get(id);
    const seconds = (profile.timeDeltas[at] ?? 0) / 1_000_000;
    all += seconds;
    if (frame === undefined || frame.functionName === '(idle)') return;
    busy += seconds;
    const where = packageOf(frame.url, frame.functionName);
    const file = frame.url.split('/').pop() ?? '';
    const what = `${frame.functionName || '(anonymous)'}  ${where}${file === '' ? '' : ` ${file}:${frame.lineNumber + 1}`}`;
    packages.set(where, (packages.get(where) ?? 0) + seconds);
    functions.set(what, (functions.get(what) ?? 0) + seconds);
  });
  return {
    busySeconds: busy,
    seconds: all,
    packages: share(packages, busy),
    functions: share(functions, busy),
  };
};

/** Speaks to the inspector of one process, over its WebSocket. */
class Inspector {
  private number = 0;
  private readonly waiting = new Map<number, (result: unknown) => void>();

  private constructor(private readonly socket: WebSocket) {
    socket.addEventListener('message', ({ data }) => {
      const { id, result } = JSON.parse(String(data)) as { id?: number; result?: unknown };
      if (id === undefined) return;
      this.waiting.get(id)?.(result);
      this.waiting.delete(id);
    });
  }

  static async open(url: string): Promise<Inspector> {
    const socket = new WebSocket(url);
    await new Promise<void>((opened, failed) => {
      socket.addEventListener('open', () => opened());
      socket.addEventListener('error', () => failed(new Error(`cannot reach the inspector at ${url}`)));
    });
    return new Inspector(socket);
  }

  ask(method: string, params: object = {}): Promise<unknown> {
    this.number += 1;
    const id = this.number;
    return new Promise((resolve) => {
      this.waiting.set(id, resolve);
      this.socket.send(JSON.stringify({ id, method, params }));
    });
  }

  close(): void {
    this.socket.close();
  }
}

/** Wakes the inspector of a process (SIGUSR1) and finds its address in the log the process writes. */
const inspectorOf = async (pid: number, logFile: string): Promise<Inspector> => {
  const addresses = (): string[] =>
    [...readFileSync(logFile, 'utf8').matchAll(/Debugger listening on (ws:\S+)/g)].map(
      ([, url]) => url ?? '',
    );
  process.kill(pid, 'SIGUSR1');
  for (let tries = 0; tries < 50; tries += 1) {
    await sleep(100);
    const url = addresses().at(-1);
    if (url !== undefined) return Inspector.open(url);
  }
  throw new Error(`process ${pid} opens no inspector`);
};

/** Profiles processes while the work runs: a sample each half millisecond, nothing of their start. */
export const profiled = async (
  processes: readonly { readonly name: string; readonly pid: number; readonly logFile: string }[],
  work: () => Promise<unknown>,
): Promise<ReadonlyMap<string, ProfileSummary>> => {
  const inspectors = await Promise.all(processes.map(({ pid, logFile }) => inspectorOf(pid, logFile)));
  for (const inspector of inspectors) {
    await inspector.ask('Profiler.enable');
    await inspector.ask('Profiler.setSamplingInterval', { interval: 500 });
    await inspector.ask('Profiler.start');
  }
  await work();
  const summaries = new Map<string, ProfileSummary>();
  for (const [index, inspector] of inspectors.entries()) {
    const { profile } = (await inspector.ask('Profiler.stop')) as { profile: CpuProfile };
    summaries.set(processes[index]?.name ?? '', summariseProfile(profile));
    inspector.close();
  }
  return summaries;
};
