import type { DynamicModule, Type } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { ProblemTitles } from '@shulian/contracts/envelope';
import type { EntitySchema } from 'typeorm';
import type { Ignores } from '../bus/event-bus-server.js';
import type { Migration } from '../database/database.js';
import type { Session } from '../database/session.js';
import type { EventWriter, Outbox } from '../outbox/outbox.js';
import type { KnownEvent } from '../outbox/event-schemas.js';
import type { ServiceConfig } from '../config/service.config.js';

/** What a store is built from: the open transaction, the outbox on it, and the writer for `.effects` statements. */
export type StoreParts = { readonly session: Session; readonly outbox: Outbox; readonly events: EventWriter };

/** Everything the kit must know of a service to run it; each service has one, in its `<service>.module.ts`. */
export type ServiceDefinition<Store> = {
  /** Also the schema and the first part of its consumer groups. */
  readonly name: string;
  readonly module: Type | DynamicModule;
  readonly entities?: readonly EntitySchema[];
  readonly migrations: readonly Migration[];
  readonly storeFor: (parts: StoreParts) => Store;
  /** All contracts of the county, so that foreign events are checked too. */
  readonly events: readonly KnownEvent[];
  readonly ignores?: Ignores;
  /** Tables that hold nothing but what events said: they can be thrown away and made again from the log. */
  readonly projections?: readonly string[];
  readonly problems?: ProblemTitles;
  /** The county's browsers talk to it directly: its answers carry the headers that protect them. */
  readonly publicDoor?: boolean;
  /** Its statements look up few rows by index, whatever the size of a table was when they were planned. */
  readonly planByIndex?: boolean;
  /** For the OpenAPI document. */
  readonly about: string;
  /** What `/openapi.json` says, given the service's own document; for the gateway, which speaks for all. */
  readonly openApi?: (own: OpenAPIObject) => Promise<string>;
};

export type KitSettings<Store> = {
  readonly definition: ServiceDefinition<Store>;
  readonly config: ServiceConfig;
  /** false: for emitting documents only, nothing is connected. */
  readonly connect?: boolean;
};
