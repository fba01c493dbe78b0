import { Type, type Static } from '@sinclair/typebox';
import { readConfig, ServiceConfig } from '@shulian/service-kit';

export const CirculationConfig = Type.Composite([
  ServiceConfig,
  Type.Object({
    SHULIAN_CARD_KEY: Type.String({
      minLength: 16,
      description: 'the key under which card numbers become card keys; the same as in readers',
    }),
  }),
]);
export type CirculationConfig = Static<typeof CirculationConfig>;

/** @throws Error that names what is missing; the process must not start then */
export const circulationConfig = (): CirculationConfig => readConfig(CirculationConfig, process.env);

/** Asked at the first card that is scanned; `main` has checked it before the service started. */
export const cardKeyOfCounty = (): string =>
  readConfig(Type.Pick(CirculationConfig, ['SHULIAN_CARD_KEY']), process.env).SHULIAN_CARD_KEY;
