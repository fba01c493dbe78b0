import { Value } from '@sinclair/typebox/value';
import { runService } from '../boot/boot-service.js';
import { ServiceConfig } from '../config/service.config.js';
import { countingDefinition } from './a-counting-service.builder.js';

/** The toy service as a process of its own, for tests that kill it. Its settings are the first argument, as JSON. */
const settings = JSON.parse(process.argv[2] ?? '{}') as Record<string, unknown>;
await runService(countingDefinition, Value.Default(ServiceConfig, settings) as ServiceConfig);
