import { readdirSync } from 'node:fs';

import type { FeatureDoors } from './door.builder.js';

const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.doors.ts'));

/** What every feature brings: each `<feature>.doors.ts` beside this file exports it as `feature`. */
export const features: readonly FeatureDoors[] = await Promise.all(
  files.map(async (name) => {
    const { feature } = (await import(`./${name}`)) as { readonly feature?: FeatureDoors };
    if (feature === undefined) throw new Error(`${name} exports no feature`);
    return feature;
  }),
);

/** A request for every operation of the public API that asks who is there. */
export const doors = features.flatMap((feature) => feature.doors);
