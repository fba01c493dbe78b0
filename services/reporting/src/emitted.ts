import { readdirSync } from 'node:fs';
import { emittedOpenApi } from '@shulian/service-kit';
import { reportingService } from './reporting.module.js';

const nameOf = (report: string): string =>
  report.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The list of reports: each is a folder with a `.report` of its name, and nobody keeps a list by hand. */
function allReports(): string {
  const folder = new URL('./reports/', import.meta.url);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .flatMap((path) => /^([a-z0-9-]+)\/\1\.report\.ts$/.exec(path)?.[1] ?? [])
    .sort();
  return [
    '// Emitted from the folders beside it: `npm run emit`.',
    ...names.map((name) => `import { ${nameOf(name)} } from './${name}/${name}.report.js';`),
    `import type { Report } from './report-definition.report.js';`,
    '',
    '// prettier-ignore',
    'export const reports: readonly Report[] = [',
    ...names.map((name) => `  ${nameOf(name)},`),
    '];',
    '',
  ].join('\n');
}

export const emitted = async (): Promise<Record<string, string>> => ({
  'services/reporting/src/reports/all.report.ts': allReports(),
  'services/reporting/openapi.json': await emittedOpenApi(reportingService),
});
