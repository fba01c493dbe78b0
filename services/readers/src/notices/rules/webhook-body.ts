import type { WebhookShape } from '../../notice-settings/rules/webhook-shape.js';

type Message = {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly body: string;
};

/** What a messenger takes; 企业微信 and 钉钉 robots take the same. */
export function webhookBody(shape: WebhookShape, { id, kind, subject, body }: Message): string {
  const text = `${subject}\n${body}`;
  switch (shape) {
    case 'plain':
      return JSON.stringify({ id, kind, subject, text: body });
    case 'wecom':
      return JSON.stringify({ msgtype: 'text', text: { content: text } });
    case 'feishu':
      return JSON.stringify({ msg_type: 'text', content: { text } });
  }
}

/** Whether the messenger says in its answer that it did not take it, though the status is 200: `errcode` or `code` beside 0. */
export function saysNo(shape: WebhookShape, answer: string): boolean {
  if (shape === 'plain') return false;
  try {
    const said = JSON.parse(answer) as unknown;
    if (typeof said !== 'object' || said === null) return false;
    const { errcode, code } = said as { errcode?: unknown; code?: unknown };
    const number = shape === 'wecom' ? errcode : code;
    return typeof number === 'number' && number !== 0;
  } catch {
    return false;
  }
}
