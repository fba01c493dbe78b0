import type { GatewayConfig } from '../gateway.config.js';

export class FollowEventsSettings {
  /** milliseconds between signs of life, and between looks at the token */
  readonly signOfLifeMs: number;
  constructor(config: Pick<GatewayConfig, 'SHULIAN_SIGN_OF_LIFE_MS'>) {
    this.signOfLifeMs = config.SHULIAN_SIGN_OF_LIFE_MS;
  }
}
