import type { GatewayConfig } from '../gateway.config.js';
import type { Upstreams } from './upstream.client.js';

/** The services behind the door, as something Nest can inject. */
export class UpstreamsOfCounty {
  constructor(readonly all: Upstreams) {}
}

export class FrontDoorSettings {
  readonly trustedProxies: number;
  constructor(config: Pick<GatewayConfig, 'SHULIAN_TRUSTED_PROXIES'>) {
    this.trustedProxies = config.SHULIAN_TRUSTED_PROXIES;
  }
}
