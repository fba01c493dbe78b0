import { runService } from '@shulian/service-kit';
import { readGatewayConfig } from './gateway.config.js';
import { gatewayDefinition } from './gateway.module.js';

const config = readGatewayConfig();
await runService(gatewayDefinition(config), config);
