import type { GatewayConfig } from '../gateway.config.js';
import type { Upstreams } from './upstream.client.js';

/** The services behind the door, as something Nest can inject. */
export class UpstreamsOfCounty {
  constructor(readonly all: Upstreams) {}
}

export class FrontDoorSettings {
  readonly trustedProxies: number;
  /** milliseconds for a body that is no upload */
  readonly bodyWithinMs: number;
  constructor(config: Pick<GatewayConfig, 'SHULIAN_TRUSTED_PROXIES' | 'SHULIAN_BODY_WITHIN_MS'>) {
    this.trustedProxies = config.SHULIAN_TRUSTED_PROXIES;
    this.bodyWithinMs = config.SHULIAN_BODY_WITHIN_MS;
  }
}
