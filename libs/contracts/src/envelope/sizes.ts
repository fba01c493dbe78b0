/**
 * How large an event and what is sent at once may be, in bytes. Each leaves room for the next: the largest event fits
 * several times into what the relay sends at once, and that, with keys and headers, below what a broker takes as one
 * batch. The broker's number is its own default, and set for our topics all the same, so that both sides say it.
 */
export const eventBytes = 262_144;
export const publicationBytes = 524_288;
export const brokerBatchBytes = 1_048_576;
