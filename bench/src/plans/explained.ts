import { serviceNames } from '@shulian/contracts/services';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { Client } from 'pg';

type Node = {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows'?: number;
  readonly 'Actual Loops'?: number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly 'Rows Removed by Join Filter'?: number;
  readonly Plans?: readonly Node[];
};

/** One statement as PostgreSQL carried it out. */
export type Carried = {
  readonly text: string;
  readonly ms: number;
  /** Rows taken from tables and indexes, those that a condition threw away included. */
  readonly read: number;
  readonly returned: number;
  readonly tree: readonly string[];
};

const SCANS = /Scan$/;

const timesLoops = (node: Node, rows: number | undefined): number =>
  Math.round((rows ?? 0) * (node['Actual Loops'] ?? 1));

const readBy = (node: Node): number => {
  const below = (node.Plans ?? []).reduce((sum, each) => sum + readBy(each), 0);
  if (!SCANS.test(node['Node Type']) || node['Relation Name'] === undefined) return below;
  const thrownAway = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  return below + timesLoops(node, (node['Actual Rows'] ?? 0) + thrownAway);
};

const treeOf = (node: Node, depth = 0): string[] => {
  const where = [node['Relation Name'], node['Index Name'] && `by ${node['Index Name']}`]
    .filter(Boolean)
    .join(' ');
  const thrown = timesLoops(node, node['Rows Removed by Filter']);
  const line = `${'  '.repeat(depth)}${node['Node Type']}${where === '' ? '' : ` ${where}`}: ${timesLoops(node, node['Actual Rows'])} rows${
    (node['Actual Loops'] ?? 1) > 1 ? ` in ${node['Actual Loops']} loops` : ''
  }${thrown > 0 ? `, ${thrown} thrown away` : ''}`;
  return [line, ...(node.Plans ?? []).flatMap((each) => treeOf(each, depth + 1))];
};

/** Sessions that answer somebody; relays, buses and sweeps have names of their own. */
const ANSWERING = /^shulian-[a-z]+(-lists)?$/;

const ROLES = serviceNames.map((name) => `shulian_${name}`);

/** Makes new sessions of the services tell the log how each statement was carried out; `false` ends that. */
export const tellPlans = async (client: Client, tell: boolean): Promise<void> => {
  for (const role of ROLES)
    await client.query(
      tell
        ? `alter role ${role} set session_preload_libraries = 'auto_explain'`
        : `alter role ${role} reset session_preload_libraries`,
    );
  const settings = tell
    ? [
        "log_line_prefix = '%a|'",
        "auto_explain.log_min_duration = '0'",
        "auto_explain.log_analyze = 'on'",
        "auto_explain.log_timing = 'off'",
        "auto_explain.log_format = 'json'",
        "auto_explain.log_parameter_max_length = '0'",
      ].map((setting) => `alter system set ${setting}`)
    : ['alter system reset all'];
  // The names of the library are known only where it is loaded.
  await client.query("load 'auto_explain'");
  for (const setting of settings) await client.query(setting);
  await client.query('select pg_reload_conf()');
};

/** Reads what the server's log says from now on. */
export class ServerLog {
  private at: number;

  constructor(private readonly file: string) {
    this.at = statSync(file).size;
  }

  /** Statements carried out for answers since the last time. */
  carried(): Carried[] {
    const size = statSync(this.file).size;
    const bytes = Buffer.alloc(size - this.at);
    const descriptor = openSync(this.file, 'r');
    try {
      readSync(descriptor, bytes, 0, bytes.length, this.at);
    } finally {
      closeSync(descriptor);
    }
    this.at = size;
    return carriedIn(bytes.toString('utf8'));
  }
}

const ENTRY = /^([^|\n]*)\|LOG: {2}duration: ([\d.]+) ms {2}plan:\n((?:\t.*\n?)+)/gm;

const carriedIn = (log: string): Carried[] =>
  [...log.matchAll(ENTRY)].flatMap(([, application = '', ms = '0', json = '']) => {
    if (!ANSWERING.test(application)) return [];
    const { Plan: plan, 'Query Text': text } = JSON.parse(json) as { Plan: Node; 'Query Text': string };
    const returned = timesLoops(plan, plan['Actual Rows']);
    return [
      {
        text: text.replace(/\s+/g, ' ').trim(),
        ms: Number(ms),
        read: readBy(plan),
        returned,
        tree: treeOf(plan),
      },
    ];
  });
