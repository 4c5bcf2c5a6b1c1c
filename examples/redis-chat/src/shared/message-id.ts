/**
 * IDs come from Redis: the milliseconds at which a message was stored, and
 * its place among those of that millisecond, as in `1735689600000-0`.
 */
const pattern = /^(\d{1,15})-(\d{1,15})$/;

/** Whether a text is the id of a message. */
export function isMessageId(text: string): boolean {
  return pattern.test(text);
}

/** Whether one id is greater than another. As texts, `9-0` would be after `10-0`. */
export function isAfter(id: string, other: string): boolean {
  const [time, place] = partsOf(id);
  const [otherTime, otherPlace] = partsOf(other);
  return time === otherTime ? place > otherPlace : time > otherTime;
}

function partsOf(id: string): [number, number] {
  const [, time, place] = pattern.exec(id) ?? [];
  return [Number(time), Number(place)];
}
