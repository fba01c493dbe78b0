import type { DynamicModule, Type } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { ProblemTitles, Watermark } from '@shulian/contracts/envelope';
import type { EntitySchema } from 'typeorm';
import type { Migration } from '../database/database.js';
import type { LastingSecrets } from '../database/lasting-secrets.js';
import type { KnownEvent } from '../outbox/event-schemas.js';
import type { ServiceConfig } from '../config/service.config.js';

/** Everything the kit must know of a service to run it; each service has one, in its `<service>.module.ts`. */
export type ServiceDefinition = {
  /** Also the schema and the first part of its consumer groups. */
  readonly name: string;
  readonly module: Type | DynamicModule;
  readonly entities?: readonly EntitySchema[];
  readonly migrations: readonly Migration[];
  /** All contracts of the county, so that foreign events are checked too. */
  readonly events: readonly KnownEvent[];
  /** What it says of its own topics; a service that announces no facts has none. */
  readonly watermark?: Watermark;
  /** Whose watermarks tell up to when its read models are whole; see `Freshness`. */
  readonly follows?: readonly Watermark[];
  /** Tables that hold nothing but what events said: they can be thrown away and made again from the log. */
  readonly projections?: readonly string[];
  readonly problems?: ProblemTitles;
  /** Secrets that its rows were made with: it refuses to start with others. */
  readonly lastingSecrets?: () => LastingSecrets;
  /** It keeps files: features inject `FileStore`. */
  readonly keepsFiles?: boolean;
  /** The county's browsers talk to it directly: its answers carry the headers that protect them. */
  readonly publicDoor?: boolean;
  /** Of a public door: pages of these origins may ask it from a browser. */
  readonly corsOrigins?: readonly string[];
  /** Its statements look up few rows by index, whatever the size of a table was when they were planned. */
  readonly planByIndex?: boolean;
  /** For the OpenAPI document. */
  readonly about: string;
  /** What `/openapi.json` says, given the service's own document; for the gateway, which speaks for all. */
  readonly openApi?: (own: OpenAPIObject) => Promise<string>;
};

export type KitSettings = {
  readonly definition: ServiceDefinition;
  readonly config: ServiceConfig;
  /** false: for emitting documents only, nothing is connected. */
  readonly connect?: boolean;
};
