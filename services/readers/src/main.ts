import { runService } from '@shulian/service-kit';
import { readersConfig } from './readers.config.js';
import { readersDefinition } from './readers.module.js';

await runService(readersDefinition, readersConfig());
