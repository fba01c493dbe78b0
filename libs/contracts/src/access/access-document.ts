import { overridableBy } from '../circulation/lending.access.js';
import { accessMatrix, rowOf, type Operation } from './matrix.js';
import type { Allowed } from './operation.js';
import { roles } from './roles.js';

const reach = { county: 'county', school: 'school', class: 'class', self: 'self' } as const;

const lineOf = (name: string, access: Allowed): string => {
  const cells = roles.map((role) => {
    const kind = access.roles[role];
    return kind === undefined ? '–' : reach[kind];
  });
  return `| ${name} | ${cells.join(' | ')} | ${access.scope === undefined ? '–' : `\`${access.scope}\``} |`;
};

/** `docs/access.md`: the access matrix as a table. */
export function accessDocument(): string {
  const operations = Object.keys(accessMatrix) as Operation[];
  const rows = operations.flatMap((operation) => {
    const row = rowOf(operation);
    if ('public' in row) return [`| \`${operation}\` | ${roles.map(() => 'public').join(' | ')} | public |`];
    if ('roles' in row) return [lineOf(`\`${operation}\``, row)];
    return Object.entries(row.of).map(([service, own]) => lineOf(`\`${operation}\` of ${service}`, own));
  });
  return `# Who may do what

Generated from the \`.access.ts\` of the features in \`libs/contracts/src\` by \`npm run emit\`; the guard of every service reads the same table, and a
test walks it: every operation, every role, at the own and at a foreign school.

How far a role reaches: **county** everything in the county · **school** the school of the grant · **class** readers of the
class of the grant · **self** the reader of the grant · **–** not at all (403 \`permission.denied\`). An id in a path that is out of
reach answers 404, as if it did not exist; a school in a body that is out of reach answers 403. A client (integrator) needs the
scope, and reaches the schools it was registered for.

| operation | ${roles.join(' | ')} | client scope |
| --- | ${roles.map(() => '---').join(' | ')} | --- |
${rows.join('\n')}

## Overrides at the desk

A refusal that is listed here can be overridden with a reason, by these roles; every other refusal is final. An override is
kept with the loan.

| refusal | roles |
| --- | --- |
${Object.entries(overridableBy)
  .map(([code, allowed]) => `| \`${code}\` | ${allowed.join(', ')} |`)
  .join('\n')}
`;
}
