import type { WebhookShape } from '../notice-settings/rules/webhook-shape.js';
import type { Delivery } from './rules/notice.js';

/** A text that leaves; it is nowhere kept. */
export type OutgoingMessage = {
  readonly id: string;
  readonly kind: string;
  readonly schoolName: string;
  readonly subject: string;
  readonly body: string;
  readonly to: Destination;
};
export type Destination =
  | { readonly by: 'mail'; readonly address: string }
  | {
      readonly by: 'webhook';
      readonly url: string;
      readonly signingKey: string;
      readonly shape: WebhookShape;
    };

/** A way out: mail, a messenger, and whatever comes later. It never throws, and never takes longer than two minutes. */
export interface NoticeChannel {
  send(message: OutgoingMessage): Promise<Delivery>;
}
